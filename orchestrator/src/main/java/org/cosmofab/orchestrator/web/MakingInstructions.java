package org.cosmofab.orchestrator.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.cosmofab.orchestrator.catalog.DesignVersion;

/**
 * Making instructions, written in Markdown by somebody else, as a page can show them: HTML in the text stays text, links
 * with scripts lead nowhere, and pictures are the design's own.
 *
 * @param title the text's first heading, else empty
 * @param html safe to put into a page
 */
record MakingInstructions(String title, String html) {
    private static final long BYTES_MAX = 500_000;

    static MakingInstructions of(Path file, DesignVersion design, String path) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                return new MakingInstructions("", "");
            }
            return of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), design, path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + " of " + design.slug(), e);
        }
    }

    /**
     * @param path of the text in the version's folder, from which its links are meant
     */
    static MakingInstructions of(String markdown, DesignVersion design, String path) {
        Node document = Parser.builder().build().parse(markdown);
        String title = title(document).orElse("");
        document.accept(new Links(design, path));
        String html = HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .percentEncodeUrls(true)
                .build()
                .render(document);
        return new MakingInstructions(title, html);
    }

    /** Takes the first heading out, for the page has its own place for it. */
    private static Optional<String> title(Node document) {
        if (document.getFirstChild() instanceof Heading first && first.getLevel() == 1) {
            String text = TextContentRenderer.builder().build().render(first);
            first.unlink();
            return Optional.of(text.strip());
        }
        return Optional.empty();
    }

    /** Leads links and pictures to the design's files. */
    private static final class Links extends AbstractVisitor {
        private final DesignVersion design;
        private final Path folder;

        Links(DesignVersion design, String path) {
            this.design = design;
            this.folder = Optional.ofNullable(Path.of(path).getParent()).orElse(Path.of(""));
        }

        @Override
        public void visit(Image image) {
            Optional<String> own = inside(image.getDestination()).filter(design.pictures()::contains);
            if (own.isPresent()) {
                image.setDestination(Common.file(design, own.get()));
            } else {
                image.insertBefore(
                        new Text(TextContentRenderer.builder().build().render(image)));
                image.unlink();
            }
        }

        @Override
        public void visit(Link link) {
            String destination = link.getDestination();
            if (!destination.matches("(?i)(https?:|mailto:|#).*")) {
                link.setDestination(inside(destination)
                        .map(file -> Common.file(design, file))
                        .orElse(""));
            }
            visitChildren(link);
        }

        /** The path in the version's folder, if it stays in there. */
        private Optional<String> inside(String destination) {
            if (destination.isEmpty() || destination.startsWith("/") || !destination.matches("[\\w./ -]+")) {
                return Optional.empty();
            }
            Path resolved = folder.resolve(destination).normalize();
            return resolved.startsWith("..") ? Optional.empty() : Optional.of(resolved.toString());
        }
    }
}
