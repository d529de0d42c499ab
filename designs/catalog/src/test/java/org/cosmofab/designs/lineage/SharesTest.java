package org.cosmofab.designs.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SharesTest {

    @Example
    void twentyTwelveAndEightHoursAreFiveThreeAndTwo() {
        Shares shares = Shares.inProportion(
                Map.of("dina", new BigDecimal("20"), "dmitri", new BigDecimal("12"), "dolores", new BigDecimal("8")));
        assertThat(shares.weights())
                .containsExactlyEntriesOf(new TreeMap<>(Map.of(
                        "dina", BigInteger.valueOf(5), "dmitri", BigInteger.valueOf(3), "dolores", BigInteger.TWO)));
        assertThat(shares.total()).isEqualTo(BigInteger.TEN);
    }

    @Example
    void aTenthOfAnHourIsNotRoundedAway() {
        Shares shares = Shares.inProportion(Map.of("a", new BigDecimal("0.1"), "b", new BigDecimal("1E+1")));
        assertThat(shares.weights().get("b")).isEqualTo(BigInteger.valueOf(100));
    }

    @Property(tries = 300)
    void eachShareIsExactlyInProportion(@ForAll("hours") Map<String, BigDecimal> hours) {
        Shares shares = Shares.inProportion(hours);
        BigDecimal sum = hours.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        hours.forEach(
                (party, worked) -> assertThat(new BigDecimal(shares.weights().get(party)).multiply(sum))
                        .isEqualByComparingTo(worked.multiply(new BigDecimal(shares.total()))));
    }

    @Property(tries = 300)
    void theUnitOfTimeDoesNotMatter(@ForAll("hours") Map<String, BigDecimal> hours) {
        Map<String, BigDecimal> minutes = new HashMap<>();
        hours.forEach((party, worked) -> minutes.put(party, worked.multiply(BigDecimal.valueOf(60))));
        assertThat(Shares.inProportion(minutes)).isEqualTo(Shares.inProportion(hours));
    }

    @Provide
    Arbitrary<Map<String, BigDecimal>> hours() {
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.001"), new BigDecimal("10000"))
                .ofScale(3);
        return Arbitraries.maps(Arbitraries.strings().alpha().ofLength(4), amounts)
                .ofMinSize(1)
                .ofMaxSize(9);
    }
}
