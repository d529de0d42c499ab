package org.cosmofab.orchestrator.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.junit.jupiter.api.Test;

class ShowTest {
    private static final Instant NOW = Instant.parse("2026-09-15T12:02:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Show english = new Show(Locale.ENGLISH, PARIS, NOW);
    private final Show french = new Show(Locale.FRENCH, PARIS, NOW);

    @Test
    void moneyHasCentsOrAsManyDecimalsAsItTakes() {
        assertThat(english.euro(Amount.microEuro(1_234_560_000))).isEqualTo("1\u202f234.56\u202f€");
        assertThat(french.euro(Amount.microEuro(1_234_560_000))).isEqualTo("1\u202f234,56\u202f€");
        assertThat(english.euro(Amount.microEuro(3_333_334))).isEqualTo("3.333334\u202f€");
        assertThat(english.cents(Amount.microEuro(3_335_000))).isEqualTo("3.34\u202f€");
        assertThat(english.euro(Amount.microEuro(0))).isEqualTo("0.00\u202f€");
    }

    @Test
    void quantitiesAreInTheUnitsOfPeople() {
        assertThat(english.quantity(new Amount(36_000, Commodity.MS))).isEqualTo("10\u202fh\u202f00");
        assertThat(english.quantity(new Amount(250_000, Commodity.MG))).isEqualTo("250.0\u202fg");
        assertThat(french.quantity(new Amount(1_204, Commodity.WH))).isEqualTo("1,204\u202fkWh");
        assertThat(english.quantity(new Amount(300, Commodity.LS))).isEqualTo("5\u202fmin");
        assertThat(english.quantity(new Amount(1_250, Commodity.RC))).isEqualTo("12.50\u202fRC");
        assertThat(english.quantity(new Amount(2, Commodity.CIT))).isEqualTo("2");
    }

    @Test
    void durationsRollOver() {
        assertThat(english.duration(59)).isEqualTo("59\u202fs");
        assertThat(english.duration(60)).isEqualTo("1\u202fmin");
        assertThat(english.duration(3_599)).isEqualTo("1\u202fh\u202f00");
        assertThat(english.duration(5_400)).isEqualTo("1\u202fh\u202f30");
    }

    @Test
    void timesAreByTheClockOnTheWall() {
        assertThat(english.time(NOW)).isEqualTo("14:02");
        assertThat(english.time(Instant.parse("2026-09-14T08:04:00Z"))).isEqualTo("Mon 10:04");
        assertThat(french.time(Instant.parse("2026-09-14T08:04:00Z"))).isEqualTo("lun. 10:04");
        assertThat(english.time(Instant.parse("2026-08-01T08:04:00Z"))).isEqualTo("1 Aug 10:04");
        assertThat(english.exactly(NOW)).isEqualTo("Tuesday 15 September 2026, 14:02:00 CEST");
    }

    @Test
    void anotherYearIsNamed() {
        Instant lastYear = Instant.parse("2025-09-15T08:04:00Z");

        assertThat(english.time(lastYear)).isEqualTo("15 Sep 2025 10:04");
        assertThat(french.time(lastYear)).isEqualTo("15 sept. 2025 10:04");
        assertThat(new Show(Locale.ENGLISH, PARIS, Instant.parse("2027-01-02T12:00:00Z"))
                        .time(Instant.parse("2026-12-31T08:04:00Z")))
                .as("a day of the last week needs none")
                .isEqualTo("Thu 09:04");
    }

    @Test
    void aTimeWithinASentenceHasItsPreposition() {
        Instant yesterday = Instant.parse("2026-09-14T08:04:00Z");
        Instant august = Instant.parse("2026-08-01T08:04:00Z");

        assertThat(english.at(NOW)).isEqualTo("at 14:02");
        assertThat(english.at(yesterday)).isEqualTo("on Mon at 10:04");
        assertThat(english.at(august)).isEqualTo("on 1 Aug at 10:04");
        assertThat(french.at(NOW)).isEqualTo("à 14:02");
        assertThat(french.at(yesterday)).isEqualTo("lun. à 10:04");
        assertThat(french.at(august)).isEqualTo("le 1 août à 10:04");
    }

    @Test
    void aMomentIsSaidForPeopleAndMachines() {
        assertThat(english.moment(NOW))
                .isEqualTo(
                        new Show.Moment("14:02", "2026-09-15T12:02:00Z", "Tuesday 15 September 2026, 14:02:00 CEST"));
    }

    @Test
    void anHourAheadIsAFullHour() {
        assertThat(english.nextFullHour()).isEqualTo(Instant.parse("2026-09-15T13:00:00Z"));
    }
}
