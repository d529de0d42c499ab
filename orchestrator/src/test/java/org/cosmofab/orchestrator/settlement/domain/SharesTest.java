package org.cosmofab.orchestrator.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cosmofab.orchestrator.settlement.domain.Designs.design;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.settlement.Statement.Share;
import org.junit.jupiter.api.Test;

class SharesTest {
    private static final PartyId ASSOCIATION = new PartyId("commons-association");
    private static final Policy POLICY = new Policy("v1", Instant.EPOCH, 120, 400, 250, true);

    private final Designs designs = new Designs();
    private Set<String> gone = Set.of();

    @Test
    void splitsByWorkAndPassesAQuarterToTheParent() {
        DesignVersion design = Designs.acceptanceDesign(designs);

        assertThat(lines(3_400_000, design))
                .containsExactly(
                        "commons-association 1360000",
                        "dina 0 D 765000",
                        "dmitri 0 D 459000",
                        "dolores 0 D 306000",
                        "uma 1 U 340000",
                        "ugo 1 U 170000");
    }

    @Test
    void theLastMicroEuroGoesToTheLargestRemainderAndThenByPartyId() {
        DesignVersion design =
                designs.add(design("three").work("carl", 1).work("anna", 1).work("bert", 1));

        // 60 % of 10 000 000 is 6 000 000; of 10 000 it is 6 000: both split evenly. 10 does not: 4, and 6 in three
        // parts.
        assertThat(lines(11, design))
                .containsExactly("commons-association 5", "anna 0 three 2", "bert 0 three 2", "carl 0 three 2");
        assertThat(lines(1, design)).containsExactly("commons-association 1");
        assertThat(lines(2, design)).containsExactly("commons-association 1", "anna 0 three 1");
    }

    @Test
    void theRootKeepsAllOfTheDesignPart() {
        DesignVersion design = designs.add(design("root").work("anna", 1));

        assertThat(lines(1_000, design)).containsExactly("commons-association 400", "anna 0 root 600");
    }

    @Test
    void parentsShareTheirQuarterByWeight() {
        DesignVersion one = designs.add(design("one").work("anna", 1));
        DesignVersion two = designs.add(design("two").work("bert", 1));
        DesignVersion design =
                designs.add(design("child").work("carl", 1).from(one, 2).from(two, 1));

        assertThat(lines(10_000, design))
                .containsExactly("commons-association 4000", "carl 0 child 4500", "anna 1 one 1000", "bert 1 two 500");
    }

    @Test
    void lineageOfDepthThreePassesAQuarterAtEachLevel() {
        DesignVersion oldest = designs.add(design("oldest").work("anna", 1));
        DesignVersion older = designs.add(design("older").work("bert", 1).from(oldest, 1));
        DesignVersion old = designs.add(design("old").work("carl", 1).from(older, 1));
        DesignVersion design = designs.add(design("new").work("dora", 1).from(old, 1));

        // Of 640 000: dora 3/4 of 384 000, carl 3/4 of 96 000, bert 3/4 of 24 000, anna all of 6 000.
        assertThat(lines(640_000, design))
                .containsExactly(
                        "commons-association 256000",
                        "dora 0 new 288000",
                        "carl 1 old 72000",
                        "bert 2 older 18000",
                        "anna 3 oldest 6000");
    }

    @Test
    void theShareOfAParentThatIsNotHereGoesToTheAssociationVisibly() {
        DesignVersion design = designs.add(
                design("child").work("carl", 1).fromUnknown("a video", 1).fromId(Designs.idOf("lost"), "lost"));

        assertThat(lines(1_000, design))
                .containsExactly(
                        "commons-association 400",
                        "carl 0 child 450",
                        "commons-association 1 a video 75",
                        "commons-association 1 lost 75");
    }

    @Test
    void theShareOfAPartyThatIsGoneGoesToTheAssociationVisibly() {
        DesignVersion design = designs.add(design("child").work("anna", 3).work("bert", 1));
        gone = Set.of("bert");

        assertThat(lines(1_000, design))
                .containsExactly("commons-association 400", "anna 0 child 450", "commons-association 0 child 150");
    }

    @Test
    void aDesignWithoutRecordedWorkGivesItsShareToTheAssociation() {
        DesignVersion design = designs.add(design("found").work("anna", 0));

        assertThat(lines(1_000, design)).containsExactly("commons-association 400", "commons-association 0 found 600");
    }

    @Test
    void aPartyThatWorkedOnTwoLevelsIsNamedOnBoth() {
        DesignVersion old = designs.add(design("old").work("anna", 1));
        DesignVersion design = designs.add(design("new").work("anna", 1).from(old, 1));

        assertThat(lines(1_001, design)).containsExactly("commons-association 400", "anna 0 new 451", "anna 1 old 150");
    }

    @Test
    void aLineageThatRunsInACircleEndsAtTheSixteenthLevelAndAddsUp() {
        DesignVersion design = designs.add(design("egg").work("anna", 1).fromId(Designs.idOf("hen"), "hen"));
        designs.add(design("hen").work("bert", 1).fromId(Designs.idOf("egg"), "egg"));

        List<Share> shares = shares(1_000_000_000_000_000L, design);

        assertThat(sum(shares)).isEqualTo(1_000_000_000_000_000L);
        assertThat(shares.stream().mapToInt(share -> share.level().orElse(-1)).max())
                .hasValue(17);
        assertThat(shares.get(shares.size() - 1).party()).isEqualTo(ASSOCIATION);
    }

    @Test
    void nothingIsSharedOfNothing() {
        assertThat(shares(0, Designs.acceptanceDesign(designs))).isEmpty();
    }

    private List<Share> shares(long fee, DesignVersion design) {
        return new Shares(POLICY, ASSOCIATION, designs::find, party -> !gone.contains(party.value()))
                .of(Amount.microEuro(fee), design);
    }

    private List<String> lines(long fee, DesignVersion design) {
        List<Share> shares = shares(fee, design);
        assertThat(sum(shares)).isEqualTo(fee);
        return shares.stream()
                .map(share -> share.party()
                        + share.level().map(level -> " " + level).orElse("")
                        + share.design().map(name -> " " + name).orElse("")
                        + " "
                        + share.amount().minorUnits())
                .toList();
    }

    private static long sum(List<Share> shares) {
        return shares.stream().mapToLong(share -> share.amount().minorUnits()).sum();
    }
}
