package org.cosmofab.designs.licence;

/** What a licence means to a workshop that makes things for others. */
public enum LicenceClass {
    /** Free for every use, under conditions of notice or reciprocity. */
    OPEN,
    /** Peer Production License: commercial use for worker-owned organisations only. */
    PPL,
    /** Commercial use is reserved, as in the NC licences of Creative Commons. */
    NON_COMMERCIAL,
    /** CoopyLeft: commercial use for cooperatives of the social and solidarity economy only. */
    COOPYLEFT,
    /** Unreadable, contradictory or unlisted: a person has to decide. */
    UNKNOWN;

    /** Whether the design may be called open source hardware. */
    public boolean isOpenHardware() {
        return this == OPEN;
    }

    /** Whether the licence itself reserves commercial use. */
    public boolean isCommonsRestricted() {
        return this == PPL || this == NON_COMMERCIAL || this == COOPYLEFT;
    }

    /** Both apply: the stricter one counts; two different restrictions need a person. */
    LicenceClass and(LicenceClass other) {
        if (this == OPEN || this == other) {
            return other;
        }
        return other == OPEN ? this : UNKNOWN;
    }

    /** The user may choose: the open one if there is one; else only a common restriction is certain. */
    LicenceClass or(LicenceClass other) {
        if (this == OPEN || other == OPEN) {
            return OPEN;
        }
        return this == other ? this : UNKNOWN;
    }
}
