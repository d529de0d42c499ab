package org.cosmofab.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/order-flow.md names methods that are there. */
class OrderFlowTest {
    private static final Path ROOT = Path.of(System.getProperty("cosmofab.root", ".."));
    private static final Pattern PLACE = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");

    @Test
    void everyPlaceInTheFlowIsThere() throws IOException {
        Map<String, String> sources = mainSources();
        Matcher place = PLACE.matcher(Files.readString(ROOT.resolve("docs/order-flow.md")));
        int places = 0;
        while (place.find()) {
            assertThat(sources).containsKey(place.group(1));
            assertThat(sources.get(place.group(1))).as(place.group()).containsPattern("\\b" + place.group(2) + "\\(");
            places++;
        }
        assertThat(places).isGreaterThan(20);
    }

    private static Map<String, String> mainSources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> f.toString().contains("/src/main/"))
                    .collect(Collectors.toMap(
                            f -> f.getFileName().toString().replace(".java", ""), OrderFlowTest::text, String::concat));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
