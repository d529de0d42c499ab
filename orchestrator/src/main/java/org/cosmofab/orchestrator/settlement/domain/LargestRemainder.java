package org.cosmofab.orchestrator.settlement.domain;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Splits whole units by exact ratios without losing one: everybody gets the whole units of their part, and the units that are left go
 * one by one to the largest remainders; the earlier key goes first where remainders are equal.
 */
final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * @param total not negative
     * @param parts in the order of precedence; they sum up to one
     * @return the same keys in the same order; the values sum up to {@code total}
     */
    static <K> Map<K, Long> split(long total, SortedMap<K, Fraction> parts) {
        checkWhole(parts);
        Fraction whole = new Fraction(BigInteger.valueOf(total), BigInteger.ONE);
        Map<K, Long> units = new LinkedHashMap<>();
        Map<K, Fraction> remainders = new LinkedHashMap<>();
        long left = total;
        for (Map.Entry<K, Fraction> part : parts.entrySet()) {
            Fraction exact = part.getValue().times(whole);
            long floor = exact.floor();
            units.put(part.getKey(), floor);
            remainders.put(part.getKey(), exact.minus(Fraction.of(floor, 1)));
            left -= floor;
        }
        // The sort is stable, so that equal remainders stay in the order of their keys.
        List<K> byRemainder = remainders.entrySet().stream()
                .sorted(Map.Entry.<K, Fraction>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
        byRemainder.stream().limit(left).forEach(key -> units.merge(key, 1L, Long::sum));
        return units;
    }

    private static <K> void checkWhole(SortedMap<K, Fraction> parts) {
        Fraction sum = parts.values().stream().reduce(Fraction.ZERO, Fraction::plus);
        if (!sum.equals(Fraction.ONE)) {
            throw new IllegalStateException("parts sum up to " + sum + ", not to one");
        }
    }
}
