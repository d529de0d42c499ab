package org.cosmofab.orchestrator.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.junit.jupiter.api.Test;

class MakingInstructionsTest {
    private static final String FILES = "/api/v1/designs/" + "a".repeat(64) + "/files/";

    private static final DesignVersion DESIGN = new DesignVersion(
            new DesignVersionId("a".repeat(64)),
            "lamp",
            "1.0.0",
            Map.of("en", "Lamp"),
            Map.of(),
            "CERN-OHL-S-2.0",
            DesignVersion.LicenceClass.OPEN,
            List.of(),
            List.of(),
            List.of(),
            List.of("pictures/lamp.png"),
            Map.of("en", "docs/making.en.md"),
            Instant.EPOCH);

    @Test
    void theFirstHeadingIsTheTitle() {
        MakingInstructions read = read("# Making *a* lamp\n\nGlue it.\n\n## Safety\n");

        assertThat(read.title()).isEqualTo("Making a lamp");
        assertThat(read.html()).isEqualTo("<p>Glue it.</p>\n<h2>Safety</h2>\n");
    }

    @Test
    void markupInTheTextStaysText() {
        assertThat(read("a <script>alert(1)</script> <b onclick=x>b</b>").html())
                .doesNotContain("<script")
                .doesNotContain("<b ")
                .contains("&lt;script&gt;");
        assertThat(read("<img src=x onerror=alert(1)>").html()).doesNotContain("<img");
    }

    @Test
    void linksWithScriptsLeadNowhere() {
        assertThat(read("[x](javascript:alert(1)) [y](data:text/html,z) [z](JaVaScRiPt:a)")
                        .html())
                .doesNotContainIgnoringCase("javascript:")
                .doesNotContain("data:");
    }

    @Test
    void picturesAreTheDesignsOwn() {
        assertThat(read("![A lamp](../pictures/lamp.png)").html())
                .contains("<img src=\"" + FILES + "pictures/lamp.png\" alt=\"A lamp\"");
        assertThat(read("![Spy](https://elsewhere.example/x.png) ![Other](../pictures/other.png)")
                        .html())
                .doesNotContain("<img")
                .contains("Spy");
    }

    @Test
    void linksToFilesStayInTheDesign() {
        assertThat(read("[source](../src/lamp.scad)").html()).contains("href=\"" + FILES + "src/lamp.scad\"");
        assertThat(read("[out](../../../etc/passwd) [abs](/etc/passwd)").html()).doesNotContain("passwd\"");
        assertThat(read("[site](https://example.org/a)").html()).contains("href=\"https://example.org/a\"");
    }

    private static MakingInstructions read(String markdown) {
        return MakingInstructions.of(markdown, DESIGN, "docs/making.en.md");
    }
}
