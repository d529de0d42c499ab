package org.cosmofab.orchestrator.settlement.domain;

import java.util.Locale;
import org.cosmofab.orchestrator.accounting.AccountId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.settlement.Statement.Kind;

/** Names of the accounts that settlement books on. */
public final class Chart {
    public static final AccountId BANK = new AccountId("assets:bank");
    public static final AccountId ASSOCIATION = new AccountId("liabilities:commons:association");
    public static final AccountId CREDITS_ISSUED = new AccountId("rc:issued");

    /** Owed to designers, account by account. */
    public static final String CONTRIBUTORS = "liabilities:contributor:";

    static final AccountId CREDITS_REDEEMED = new AccountId("rc:redeemed");
    static final AccountId FEE_CLEARING = new AccountId("liabilities:clearing:commons-fee");
    static final AccountId ROUNDING = new AccountId("income:rounding");
    static final AccountId OPENING = new AccountId("equity:opening");
    static final AccountId UTILITY = new AccountId("liabilities:utility");
    static final AccountId SCRAP = new AccountId("expenses:scrap");
    static final AccountId WORLD_CAPACITY = new AccountId("world:capacity");
    static final AccountId WORLD_GRID = new AccountId("world:grid");
    static final AccountId WORLD_CITE = new AccountId("world:cite");

    private Chart() {}

    /** Reciprocity credits of a party. */
    public static AccountId credits(PartyId party) {
        return of("rc", party.value());
    }

    public static AccountId capacity(String machine) {
        return of("cap", machine);
    }

    static AccountId receivable(PartyId party) {
        return of("assets:receivable", party.value());
    }

    static AccountId contributor(PartyId party) {
        return of("liabilities:contributor", party.value());
    }

    /** What an order's thing embodies; the passport reads it. */
    static AccountId embodied(String job, Kind kind) {
        return of(job, word(kind));
    }

    static AccountId scrapped(Kind kind) {
        return of("scrap", word(kind));
    }

    static AccountId expense(Kind kind) {
        return of("expenses", word(kind));
    }

    static AccountId income(Kind kind) {
        return of("income", word(kind));
    }

    static AccountId stock(String lot) {
        return of("stock", lot);
    }

    static AccountId stockValue(String material) {
        return of("assets:stock", material);
    }

    static AccountId world(String material) {
        return of("world", material);
    }

    static AccountId reserve(String machine) {
        return of("equity:reserve", machine);
    }

    static AccountId operator(PartyId party) {
        return of("liabilities:operator", party.value());
    }

    static AccountId labour(PartyId party) {
        return of("agent", party.value() + ":labour");
    }

    /** A design's name may have characters that an account's has not. */
    static AccountId cited(String slug) {
        return of("design", slug.replaceAll("[^A-Za-z0-9-]", "-") + ":cited");
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static AccountId of(String group, String rest) {
        return new AccountId(group + ":" + rest);
    }
}
