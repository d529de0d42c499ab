package org.cosmofab.orchestrator.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.cosmofab.orchestrator.members.Parties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The workshop whose pages these are: its name and the clock on its wall. */
@ApplicationScoped
class Place {
    private final Parties parties;
    private final Clock clock;
    private final ZoneId zone;
    private final AtomicReference<String> known = new AtomicReference<>("");

    Place(Parties parties, Clock clock, @ConfigProperty(name = "cosmofab.zone") Optional<String> zone) {
        this.parties = parties;
        this.clock = clock;
        this.zone = zone.map(ZoneId::of).orElse(ZoneId.systemDefault());
    }

    /** The workshop's name; asks the database. */
    String name(Locale locale) {
        known.set(parties.workshop().name());
        return lastKnownName(locale);
    }

    /** The workshop's name as some page last showed it, where there is no time for the database; may be empty. */
    String lastKnownName(Locale locale) {
        return Names.workshop(known.get(), locale);
    }

    Show show(Locale locale) {
        return new Show(locale, zone, clock.instant());
    }
}
