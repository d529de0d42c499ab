package org.cosmofab.orchestrator.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.cosmofab.orchestrator.kernel.Amount;

/**
 * Figures and times as people of one language read them: thin spaces in thousands, the decimal sign of the language, times by
 * the workshop's clock on the wall.
 */
public final class Show {
    private static final char THIN_SPACE = '\u202f';
    private static final long MINUTES_PER_HOUR = 60;
    private static final int DAYS_OF_WEEK = 7;

    private final Locale locale;
    private final ZoneId zone;
    private final Instant now;

    Show(Locale locale, ZoneId zone, Instant now) {
        this.locale = locale;
        this.zone = zone;
        this.now = now;
    }

    public Instant now() {
        return now;
    }

    /** The next time at which the clock on the wall shows a full hour. */
    Instant nextFullHour() {
        return now.atZone(zone).truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
    }

    public String language() {
        return locale.getLanguage();
    }

    /** Euro with two decimals, or with as many as it takes to be exact. */
    public String euro(Amount amount) {
        return euro(amount, decimals(amount));
    }

    /** Euro with so many decimals. */
    String euro(Amount amount, int decimals) {
        return number(amount.toDecimal(), decimals, decimals) + THIN_SPACE + "€";
    }

    /** Euro rounded to cents, for tables that say the exact sum elsewhere. */
    String cents(Amount amount) {
        return euro(amount, 2);
    }

    /** How many decimals it takes to be exact, at least those of cents. */
    static int decimals(Amount amount) {
        return Math.max(2, amount.toDecimal().stripTrailingZeros().scale());
    }

    /** In the unit that people use: hours and minutes, grams, kilowatt-hours, credits. */
    public String quantity(Amount amount) {
        return switch (amount.commodity()) {
            case EUR -> euro(amount);
            case MS, LS -> duration(amount.minorUnits());
            case MG -> grams(amount.minorUnits());
            case WH -> number(BigDecimal.valueOf(amount.minorUnits(), 3), 2, 3) + THIN_SPACE + "kWh";
            case RC -> number(amount.toDecimal(), 2, 2) + THIN_SPACE + "RC";
            case CIT -> number(amount.toDecimal(), 0, 0);
        };
    }

    /** Grams without decimals, for what lies in the store. */
    String wholeGrams(long milligrams) {
        return number(BigDecimal.valueOf(milligrams, 3), 0, 0) + THIN_SPACE + "g";
    }

    public String grams(long milligrams) {
        return number(BigDecimal.valueOf(milligrams, 3), 1, 1) + THIN_SPACE + "g";
    }

    public String duration(long seconds) {
        if (seconds < 60) {
            return seconds + "" + THIN_SPACE + "s";
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < MINUTES_PER_HOUR) {
            return minutes + "" + THIN_SPACE + "min";
        }
        return minutes / MINUTES_PER_HOUR + "" + THIN_SPACE + "h" + THIN_SPACE
                + String.format("%02d", minutes % MINUTES_PER_HOUR);
    }

    public String percent(double fraction) {
        return Math.round(fraction * 100) + "" + THIN_SPACE + "%";
    }

    /** A rate in thousandths, as a percentage. */
    public String perMille(int perMille) {
        return number(BigDecimal.valueOf(perMille, 1), 0, 1) + THIN_SPACE + "%";
    }

    public String number(long value) {
        return number(BigDecimal.valueOf(value), 0, 0);
    }

    public String degrees(double celsius) {
        return String.valueOf(Math.round(celsius));
    }

    /**
     * A time as pages show it.
     *
     * @param said in the words a person uses
     * @param iso for machines that read pages
     * @param exactly to the second with its zone, for whoever wants to know
     */
    public record Moment(String said, String iso, String exactly) {}

    Moment moment(Instant instant) {
        return new Moment(time(instant), iso(instant), exactly(instant));
    }

    /** The time of day today, else with the day; with the year if it is not this one. */
    public String time(Instant instant) {
        return format(instant, day(instant) + "HH:mm");
    }

    /** The same within a sentence, as something that happens then. */
    String at(Instant instant) {
        String day = day(instant);
        boolean date = day.startsWith("d");
        if (language().equals("fr")) {
            return format(instant, (date ? "'le' " : "") + day + "'à' HH:mm");
        }
        return format(instant, (day.isEmpty() ? "" : "'on' ") + day + "'at' HH:mm");
    }

    /** The pattern of what is said of the day; nothing of today. */
    private String day(Instant instant) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        LocalDate today = now.atZone(zone).toLocalDate();
        long days = Math.abs(today.toEpochDay() - day.toEpochDay());
        if (days == 0) {
            return "";
        }
        return days < DAYS_OF_WEEK ? "EEE " : day.getYear() == today.getYear() ? "d MMM " : "d MMM yyyy ";
    }

    private String format(Instant instant, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(zone));
    }

    /** To the second with its zone, for whoever wants to know exactly. */
    public String exactly(Instant instant) {
        return format(instant, "EEEE d MMMM yyyy, HH:mm:ss z");
    }

    /** For machines that read pages. */
    public String iso(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
    }

    public String since(Instant instant) {
        return duration(Math.max(0, Duration.between(instant, now).toSeconds()));
    }

    /** The beginning and the end of a hash. */
    public String shortly(String hash) {
        return hash.length() <= 12 ? hash : hash.substring(0, 4) + "…" + hash.substring(hash.length() - 4);
    }

    private String number(BigDecimal value, int decimalsMin, int decimalsMax) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setGroupingSeparator(THIN_SPACE);
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(decimalsMin);
        format.setMaximumFractionDigits(decimalsMax);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
