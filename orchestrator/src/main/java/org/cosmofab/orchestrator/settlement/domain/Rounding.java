package org.cosmofab.orchestrator.settlement.domain;

import java.math.BigInteger;

/** Exact multiplication, then one rounding, half up. */
final class Rounding {
    static final long MICRO_EURO_PER_CENT = 10_000;

    private Rounding() {}

    /**
     * {@code a * b / divisor}, half up.
     *
     * @param a not negative
     * @param b not negative
     * @param divisor more than 0
     * @throws ArithmeticException on overflow of the result
     */
    static long halfUp(long a, long b, long divisor) {
        if (a < 0 || b < 0 || divisor <= 0) {
            throw new IllegalArgumentException("rounds what is not negative: " + a + " * " + b + " / " + divisor);
        }
        BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        BigInteger half = BigInteger.valueOf(divisor / 2 + divisor % 2);
        BigInteger[] parts = product.divideAndRemainder(BigInteger.valueOf(divisor));
        BigInteger up = parts[1].compareTo(half) >= 0 ? BigInteger.ONE : BigInteger.ZERO;
        return parts[0].add(up).longValueExact();
    }

    /** Micro-euro to the nearest whole cents, in micro-euro. */
    static long toCents(long microEuro) {
        return Math.multiplyExact(halfUp(microEuro, 1, MICRO_EURO_PER_CENT), MICRO_EURO_PER_CENT);
    }
}
