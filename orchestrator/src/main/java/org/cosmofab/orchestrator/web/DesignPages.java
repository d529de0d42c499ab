package org.cosmofab.orchestrator.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.passports.Passports;
import org.cosmofab.orchestrator.quoting.Quotes;
import org.jspecify.annotations.Nullable;

/** Puts the catalog's pages together. */
@ApplicationScoped
class DesignPages {
    /** So many of the newest are on a design's page. */
    private static final int FABRICATIONS_MAX = 50;

    private final Catalog catalog;
    private final Names names;
    private final Passports passports;

    DesignPages(Catalog catalog, Names names, Passports passports) {
        this.catalog = catalog;
        this.names = names;
        this.passports = passports;
    }

    /** The rooms that designs are shown from and asked for in. */
    @Dependent
    record Doors(Catalog catalog, Quotes quotes) {}

    /**
     * Making instructions as a page shows them.
     *
     * @param language they are written in
     */
    public record Instructions(String title, String html, String language, String slug, String design, String file) {}

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
            Show.Moment publishedAt,
            String licence,
            String licenceLook,
            List<String> pictures,
            boolean instructed,
            List<PartLine> parts,
            List<Common.Person> people,
            List<Common.Linked> parents,
            List<Made> fabrications,
            String hash) {}

    /** A part of a design. */
    public record PartLine(String name, String file, String link, String process, String material, int quantity) {}

    /** A fabrication of a design here. */
    public record Made(String link, int quantity, Show.Moment when) {}

    List<Tile> tiles(Locale locale) {
        Map<DesignVersionId, Long> made = passports.counts();
        return catalog.newest().stream()
                .map(design -> tile(design, made.getOrDefault(design.id(), 0L), locale))
                .toList();
    }

    private Tile tile(DesignVersion design, long made, Locale locale) {
        String language = locale.getLanguage();
        return new Tile(
                design.slug(),
                design.title(language),
                design.description(language),
                Common.picture(design).orElse(null),
                Common.licence(design, Words.rule(locale)),
                Common.licenceLook(design),
                design.parts().stream()
                        .map(part -> Common.process(part.process(), Words.common(locale)))
                        .distinct()
                        .toList(),
                Math.toIntExact(made));
    }

    Sheet sheet(DesignVersion design, Locale locale, Show show) {
        String language = locale.getLanguage();
        return new Sheet(
                design.slug(),
                design.title(language),
                design.description(language),
                design.version(),
                show.moment(design.publishedAt()),
                Common.licence(design, Words.rule(locale)),
                Common.licenceLook(design),
                design.pictures().stream()
                        .map(path -> Common.file(design, path))
                        .toList(),
                !design.instructions().isEmpty(),
                design.parts().stream().map(part -> line(design, part, locale)).toList(),
                Common.people(design, names, show),
                Common.parents(design, catalog, language),
                passports.made(design.id(), 0, FABRICATIONS_MAX).stream()
                        .map(made ->
                                new Made("/passports/" + made.order(), made.quantity(), show.moment(made.madeAt())))
                        .toList(),
                design.id().value());
    }

    /** The instructions in the page's language, else in English, else in any. */
    Optional<Instructions> instructions(DesignVersion design, Locale locale) {
        return Stream.concat(
                        Stream.of(locale.getLanguage(), "en"),
                        design.instructions().keySet().stream().sorted())
                .filter(design.instructions()::containsKey)
                .findFirst()
                .flatMap(language -> instructions(design, language, locale));
    }

    private Optional<Instructions> instructions(DesignVersion design, String language, Locale locale) {
        String path = design.instructions().get(language);
        String title = design.title(locale.getLanguage());
        return catalog.file(design.id(), path).map(file -> {
            MakingInstructions text = MakingInstructions.of(file, design, path);
            return new Instructions(
                    text.title().isEmpty() ? title : text.title(),
                    text.html(),
                    language,
                    design.slug(),
                    title,
                    Common.file(design, path));
        });
    }

    private PartLine line(DesignVersion design, DesignVersion.Part part, Locale locale) {
        return new PartLine(
                part.name(),
                part.file(),
                Common.file(design, part.file()),
                Common.process(part.process(), Words.common(locale)),
                names.material(part.material(), locale),
                part.quantity());
    }
}
