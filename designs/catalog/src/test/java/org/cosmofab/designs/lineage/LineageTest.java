package org.cosmofab.designs.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cosmofab.designs.content.ContentHash;
import org.junit.jupiter.api.Test;

class LineageTest {

    private final Map<ContentHash, Ancestor> catalog = new HashMap<>();
    private int asked;

    private Optional<Ancestor> find(ParentRef parent) {
        asked++;
        return parent.versionHash().map(catalog::get);
    }

    private static ContentHash hash(String title) {
        return ContentHash.ofText(title);
    }

    private static ParentRef parent(String title) {
        return new ParentRef(title, Optional.of(hash(title)), Optional.empty(), Optional.empty(), BigDecimal.ONE);
    }

    private Ancestor design(String title, String... parents) {
        List<ParentRef> refs = Stream.of(parents).map(LineageTest::parent).toList();
        Ancestor design = new Ancestor(hash(title), title, Shares.none(), refs);
        catalog.put(design.version(), design);
        return design;
    }

    private static String draw(LineageNode node) {
        return node.fold(
                known -> known.design().title()
                        + known.parents().stream()
                                .map(branch -> draw(branch.node()))
                                .toList(),
                vanished -> "(" + vanished.parent().design() + ")");
    }

    private String trace(Ancestor design) {
        return Lineage.trace(design, this::find)
                .fold(traced -> draw(traced.root()), refused -> refused.reason() + " " + refused.trail());
    }

    @Test
    void tracesSeveralParentsAndTheirs() {
        design("root");
        design("left", "root");
        design("right", "root");
        assertThat(trace(design("fork", "left", "right"))).isEqualTo("fork[left[root[]], right[root[]]]");
    }

    @Test
    void keepsAVanishedParentInSight() {
        assertThat(trace(design("fork", "gone"))).isEqualTo("fork[(gone)]");
    }

    @Test
    void refusesACycleAndShowsIt() {
        design("a", "b");
        design("b", "c");
        design("c", "a");
        assertThat(trace(catalog.get(hash("a")))).isEqualTo("CYCLE [a, b, c, a]");
    }

    @Test
    void refusesADesignThatIsItsOwnParent() {
        assertThat(trace(design("a", "a"))).isEqualTo("CYCLE [a, a]");
    }

    @Test
    void allowsSixteenGenerationsAndNoMore() {
        design("g0");
        for (int i = 1; i <= 17; i++) {
            design("g" + i, "g" + (i - 1));
        }
        assertThat(trace(catalog.get(hash("g16")))).startsWith("g16[g15[");
        assertThat(trace(catalog.get(hash("g17")))).startsWith("TOO_DEEP");
    }

    @Test
    void countsTheLongestWayToAJointAncestor() {
        design("g0");
        for (int i = 1; i <= 16; i++) {
            design("g" + i, "g" + (i - 1));
        }
        // g15 is met first one generation up, where its fifteen fit, then two up, where they do not.
        design("detour", "g15");
        assertThat(trace(design("short", "g15"))).startsWith("short[");
        assertThat(trace(design("long", "g15", "detour"))).startsWith("TOO_DEEP");
    }

    @Test
    void asksForEachJointAncestorOncePerChild() {
        design("g0");
        for (int i = 1; i <= 15; i++) {
            design("a" + i, i == 1 ? "g0" : "a" + (i - 1), i == 1 ? "g0" : "b" + (i - 1));
            design("b" + i, i == 1 ? "g0" : "a" + (i - 1), i == 1 ? "g0" : "b" + (i - 1));
        }
        Lineage.trace(design("fork", "a15", "b15"), this::find);
        assertThat(asked).isLessThan(100);
    }

    @Test
    void aParentIsAVersionAndNotJustAName() {
        assertThatThrownBy(() -> new ParentRef(
                        "x", Optional.empty(), Optional.of("https://example.org"), Optional.empty(), BigDecimal.ONE))
                .hasMessageContaining("version");
    }
}
