package org.myocohort.instrument;

/// One statement of an instrument and how far it is verified.
///
/// @param code names the statement; its sentence stands in the message files under
///   `instrument.<instrument>.rule.<code>`
/// @param verification how far it was checked
/// @param source what was read, empty where nothing was
public record Rule(String code, Verification verification, String source) {}
