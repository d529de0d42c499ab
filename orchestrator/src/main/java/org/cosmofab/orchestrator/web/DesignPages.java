package org.cosmofab.orchestrator.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.passports.Passports;
import org.jspecify.annotations.Nullable;

/** Puts the catalog's pages together. */
@ApplicationScoped
class DesignPages {
    private final Catalog catalog;
    private final Parties parties;
    private final Passports passports;

    DesignPages(Catalog catalog, Parties parties, Passports passports) {
        this.catalog = catalog;
        this.parties = parties;
        this.passports = passports;
    }

    /** A design among others. */
    public record Tile(
            String slug,
            String title,
            String description,
            @Nullable String picture,
            String licence,
            String licenceLook,
            List<String> processes,
            int made) {}

    /** One design. */
    public record Sheet(
            String slug,
            String title,
            String description,
            String release,
            String publishedAt,
            String licence,
            String licenceLook,
            List<String> pictures,
            @Nullable String instructions,
            List<PartLine> parts,
            List<Common.Person> people,
            List<Common.Linked> parents,
            List<Made> fabrications,
            String hash) {}

    /** A part of a design. */
    public record PartLine(String name, String file, String link, String process, String material, int quantity) {}

    /** A fabrication of a design here. */
    public record Made(String link, int quantity, String when) {}

    List<Tile> tiles(Locale locale) {
        return catalog.newest().stream().map(design -> tile(design, locale)).toList();
    }

    private Tile tile(DesignVersion design, Locale locale) {
        String language = locale.getLanguage();
        return new Tile(
                design.slug(),
                design.title(language),
                design.description(language),
                Common.picture(design).orElse(null),
                Common.licence(design, RuleMsg.in(locale)),
                Common.licenceLook(design),
                design.parts().stream()
                        .map(part -> Common.process(part.process(), Msg.in(locale)))
                        .distinct()
                        .toList(),
                passports.of(design.id()).size());
    }

    Sheet sheet(DesignVersion design, Locale locale, Show show) {
        String language = locale.getLanguage();
        @Nullable
        String instructions = design.instructions()
                .getOrDefault(language, design.instructions().get("en"));
        return new Sheet(
                design.slug(),
                design.title(language),
                design.description(language),
                design.version(),
                show.time(design.publishedAt()),
                Common.licence(design, RuleMsg.in(locale)),
                Common.licenceLook(design),
                design.pictures().stream()
                        .map(path -> Common.file(design, path))
                        .toList(),
                instructions == null ? null : Common.file(design, instructions),
                design.parts().stream().map(part -> line(design, part, locale)).toList(),
                Common.people(design, parties, show),
                Common.parents(design, catalog, language),
                passports.of(design.id()).stream()
                        .map(made -> new Made("/passports/" + made.order(), made.quantity(), show.time(made.madeAt())))
                        .toList(),
                design.id().value());
    }

    private static PartLine line(DesignVersion design, DesignVersion.Part part, Locale locale) {
        return new PartLine(
                part.name(),
                part.file(),
                Common.file(design, part.file()),
                Common.process(part.process(), Msg.in(locale)),
                part.material().value(),
                part.quantity());
    }
}
