package org.cosmofab.designs.lineage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a whole is divided among names, exactly: each gets its weight over the total.
 *
 * @param weights above 0, in lowest terms, by name
 */
public record Shares(SortedMap<String, BigInteger> weights) {

    public Shares {
        weights.values().forEach(weight -> {
            if (weight.signum() <= 0) {
                throw new IllegalArgumentException("a share has to be above 0: " + weight);
            }
        });
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    }

    public static Shares none() {
        return new Shares(new TreeMap<>());
    }

    /** The shares in the proportion of those amounts, without any rounding. */
    public static Shares inProportion(Map<String, BigDecimal> amounts) {
        int scale = amounts.values().stream().mapToInt(BigDecimal::scale).max().orElse(0);
        SortedMap<String, BigInteger> whole = new TreeMap<>();
        amounts.forEach((name, amount) ->
                whole.put(name, amount.setScale(Math.max(0, scale)).unscaledValue()));
        BigInteger divisor = whole.values().stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        if (divisor.signum() != 0) {
            whole.replaceAll((name, weight) -> weight.divide(divisor));
        }
        return new Shares(whole);
    }

    public BigInteger total() {
        return weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    public boolean isEmpty() {
        return weights.isEmpty();
    }
}
