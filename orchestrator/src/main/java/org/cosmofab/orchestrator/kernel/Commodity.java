package org.cosmofab.orchestrator.kernel;

/** What the books count, each in its smallest unit, integers only. */
public enum Commodity {
    /** 1e-6 euro; invoices and payments are whole cents. */
    EUR(6),
    /** Machine-seconds. */
    MS(0),
    /** Milligrams of a material. */
    MG(0),
    /** Watt-hours. */
    WH(0),
    /** Labour-seconds. */
    LS(0),
    /** 1e-2 reciprocity credit. */
    RC(2),
    /** Citations of a design. */
    CIT(0);

    private final int decimals;

    Commodity(int decimals) {
        this.decimals = decimals;
    }

    /** Decimal places between the smallest unit and the shown one. */
    public int decimals() {
        return decimals;
    }
}
