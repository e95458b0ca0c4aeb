package org.myocohort.registry.account;

/// A passkey's public half. Binary values stand in base64url.
///
/// @param id of the credential
/// @param account id of its account
/// @param label what its person calls it
/// @param publicKey in COSE form
/// @param userVerified whether the device ever verified its user
/// @param transports how a browser reaches it, such as `internal,hybrid`
/// @param attestation what the device said of itself, may be empty
/// @param clientData what it signed at its registration, may be empty
public record Passkey(
    String id,
    String account,
    String label,
    String publicKey,
    long signatureCount,
    boolean userVerified,
    String transports,
    boolean backupEligible,
    boolean backedUp,
    String attestation,
    String clientData,
    String createdAt,
    String lastUsedAt) {}
