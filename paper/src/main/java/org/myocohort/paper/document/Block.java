package org.myocohort.paper.document;

/// A part of a document, below the part before it.
public sealed interface Block
    permits Heading, Paragraph, BulletList, Table, Picture, PageBreak, CodeBlock, References {}
