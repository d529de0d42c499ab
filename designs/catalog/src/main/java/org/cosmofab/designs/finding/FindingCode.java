package org.cosmofab.designs.finding;

import java.util.Locale;

/** What can be found; its sentences are in {@code findings*.properties}, its catalogue in designs/README.md. */
public enum FindingCode {
    MANIFEST_MISSING(Severity.ERROR),
    MANIFEST_SEVERAL(Severity.WARN),
    MANIFEST_NAME(Severity.WARN),
    MANIFEST_COPIED(Severity.WARN),
    FILE_OVER_LIMIT(Severity.ERROR),
    FILE_NOT_UTF8(Severity.ERROR),
    FILE_UNREADABLE(Severity.ERROR),
    FILE_TOO_DEEP(Severity.ERROR),
    KEY_DUPLICATE(Severity.ERROR),
    KEY_MISSPELT(Severity.WARN),
    KEY_UNKNOWN(Severity.WARN),
    YAML_ALIAS(Severity.ERROR),

    FIELD_MISSING(Severity.ERROR),
    FIELD_RECOMMENDED(Severity.WARN),
    FIELD_SHAPE(Severity.WARN),
    FIELD_PLACEHOLDER(Severity.ERROR),
    NAME_TOO_LONG(Severity.ERROR),
    CONTROL_CHARACTER(Severity.ERROR),
    OKHV_UNKNOWN(Severity.WARN),
    VERSION_NOT_TEXT(Severity.WARN),
    LANGUAGE_INVALID(Severity.WARN),
    URL_INVALID(Severity.WARN),
    DIMENSION_DIALECT(Severity.WARN),
    DIMENSION_INVALID(Severity.WARN),

    LICENCE_NOT_SPDX(Severity.ERROR),
    LICENCE_SENTENCE(Severity.ERROR),
    LICENCE_UNKNOWN(Severity.WARN),
    LICENCE_DEPRECATED(Severity.WARN),
    LICENCE_RESTRICTED(Severity.WARN),

    PATH_CLIMBS_OUT(Severity.ERROR),
    PATH_ABSOLUTE(Severity.ERROR),
    PATH_FROM_ROOT(Severity.WARN),
    PATH_BACKSLASH(Severity.ERROR),
    PATH_CASE_DIFFERS(Severity.ERROR),
    PATH_DANGLING(Severity.WARN),
    PART_FILE_DANGLING(Severity.ERROR),

    NAME_CASE_COLLISION(Severity.ERROR),
    NAME_UNSAFE(Severity.ERROR),
    SYMLINK_LEAVES(Severity.ERROR),
    SYMLINK_NOT_A_FILE(Severity.ERROR),
    FOLDER_OVER_LIMIT(Severity.ERROR),

    PARTS_NONE(Severity.WARN),
    PART_NAME_DUPLICATE(Severity.ERROR),
    PART_WITHOUT_FILE(Severity.WARN),
    PART_PROCESS_UNKNOWN(Severity.WARN),
    PART_MATERIAL_MISSING(Severity.WARN),

    SIDECAR_FORMAT(Severity.ERROR),
    SIDECAR_KEY_UNKNOWN(Severity.ERROR),
    SIDECAR_PART_UNKNOWN(Severity.ERROR),
    VALUE_INVALID(Severity.ERROR),
    PROGRAM_HASH_DIFFERS(Severity.ERROR),
    PROGRAM_STALE(Severity.ERROR),
    CONTRIBUTIONS_MISSING(Severity.WARN),
    PARENT_UNIDENTIFIED(Severity.ERROR);

    private final Severity severity;

    FindingCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /** The code as people and programs see it, such as {@code licence-not-spdx}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
