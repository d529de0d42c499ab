package org.cosmofab.orchestrator.kernel;

import java.math.BigDecimal;

/**
 * A quantity of one commodity.
 *
 * @param minorUnits in the commodity's smallest unit, any sign
 */
public record Amount(long minorUnits, Commodity commodity) implements Comparable<Amount> {

    public static Amount zero(Commodity commodity) {
        return new Amount(0, commodity);
    }

    /** Euro in millionths. */
    public static Amount microEuro(long microEuro) {
        return new Amount(microEuro, Commodity.EUR);
    }

    /**
     * @throws IllegalArgumentException if the commodities differ
     * @throws ArithmeticException on overflow
     */
    public Amount plus(Amount other) {
        return new Amount(Math.addExact(minorUnits, other.sameCommodity(this).minorUnits), commodity);
    }

    /**
     * @throws IllegalArgumentException if the commodities differ
     * @throws ArithmeticException on overflow
     */
    public Amount minus(Amount other) {
        return new Amount(Math.subtractExact(minorUnits, other.sameCommodity(this).minorUnits), commodity);
    }

    public Amount negated() {
        return new Amount(Math.negateExact(minorUnits), commodity);
    }

    public boolean isPositive() {
        return minorUnits > 0;
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    /** In shown units, with all decimals of the commodity. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minorUnits, commodity.decimals());
    }

    @Override
    public int compareTo(Amount other) {
        return Long.compare(minorUnits, other.sameCommodity(this).minorUnits);
    }

    @Override
    public String toString() {
        return toDecimal().toPlainString() + " " + commodity;
    }

    private Amount sameCommodity(Amount other) {
        if (commodity != other.commodity) {
            throw new IllegalArgumentException("cannot mix " + commodity + " and " + other.commodity);
        }
        return this;
    }
}
