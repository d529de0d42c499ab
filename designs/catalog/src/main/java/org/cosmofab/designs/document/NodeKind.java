package org.cosmofab.designs.document;

/** What a node of a document is. */
public enum NodeKind {
    EMPTY,
    TEXT,
    LIST,
    TABLE
}
