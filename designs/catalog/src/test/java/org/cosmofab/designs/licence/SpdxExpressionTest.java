package org.cosmofab.designs.licence;

import static org.assertj.core.api.Assertions.assertThat;

import org.cosmofab.designs.finding.Finding;
import org.cosmofab.designs.finding.Findings;
import org.cosmofab.designs.finding.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpdxExpressionTest {

    @ParameterizedTest
    @CsvSource({
        "CERN-OHL-S-2.0, OPEN",
        "cern-ohl-s-2.0, OPEN",
        "CC-BY-NC-SA-4.0, NON_COMMERCIAL",
        "CC-BY-ND-4.0, UNKNOWN",
        "LicenseRef-PPL, PPL",
        "LicenseRef-CoopyLeft, COOPYLEFT",
        "LicenseRef-Our-Own, UNKNOWN",
        "GPL-3.0+, OPEN",
        "GPL-2.0-only WITH Classpath-exception-2.0, OPEN",
        "CERN-OHL-S-2.0 OR LicenseRef-PPL, OPEN",
        "CERN-OHL-S-2.0 AND LicenseRef-PPL, PPL",
        "LicenseRef-PPL AND CERN-OHL-S-2.0, PPL",
        "LicenseRef-Our-Own AND MIT, UNKNOWN",
        "LicenseRef-PPL AND CC-BY-NC-4.0, UNKNOWN",
        "LicenseRef-PPL OR CC-BY-NC-4.0, UNKNOWN",
        "LicenseRef-PPL OR LicenseRef-PPL-1.0, PPL",
        "MIT AND LicenseRef-Our-Own, UNKNOWN",
        "MIT OR LicenseRef-Our-Own, OPEN",
        "MIT OR CC-BY-NC-4.0 AND Apache-2.0, OPEN",
        "(MIT OR CC-BY-NC-4.0) AND CC-BY-NC-4.0, NON_COMMERCIAL",
        "(MIT or CC-BY-NC-4.0) and CC-BY-NC-SA-4.0, NON_COMMERCIAL",
        "DocumentRef-x:LicenseRef-y, UNKNOWN",
    })
    void classifiesWhatAnExpressionAllows(String text, LicenceClass expected) {
        assertThat(SpdxExpression.parse(text).orElseThrow().classification()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AND",
                "MIT AND",
                "OR MIT",
                "MIT MIT",
                "(MIT",
                "MIT)",
                "()",
                "MIT WITH",
                "MIT WITH (x)",
                "MIT/BSD",
                "MIT And BSD-2-Clause",
                "CC BY",
                "MIT AND OR BSD-2-Clause"
            })
    void refusesWhatIsNoExpression(String text) {
        assertThat(SpdxExpression.parse(text)).isEmpty();
    }

    @Test
    void andBindsStrongerThanOr() {
        SpdxExpression parsed = SpdxExpression.parse("MIT OR ISC AND Zlib").orElseThrow();
        assertThat(parsed).isInstanceOf(SpdxExpression.Or.class).hasToString("MIT OR ISC AND Zlib");
        assertThat(SpdxExpression.parse("(mit OR isc) AND zlib").orElseThrow()).hasToString("(MIT OR ISC) AND Zlib");
    }

    @Test
    void doesNotFollowParenthesesWithoutEnd() {
        assertThat(SpdxExpression.parse("(".repeat(400) + "MIT" + ")".repeat(400)))
                .isEmpty();
        assertThat(SpdxExpression.parse("MIT OR ".repeat(1000) + "MIT")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            CERN OHL v1.2; CERN-OHL-1.2
            CERN-OHL-2-W; CERN-OHL-W-2.0
            CERN Open Hardware Licence Version 2 - Strongly Reciprocal; CERN-OHL-S-2.0
            CC-BY-SA 4.0; CC-BY-SA-4.0
            BY-SA 4.0; CC-BY-SA-4.0
            CC-BY license 4.0; CC-BY-4.0
            Creative Commons Attribution-ShareAlike 4.0 International; CC-BY-SA-4.0
            Creative Commons Attribution Non-Commercial 4.0; CC-BY-NC-4.0
            GNU General Public License v3.0; GPL-3.0-only
            Apache License 2.0; Apache-2.0
            MIT License; MIT
            PPL; LicenseRef-PPL
            Peer Production License; LicenseRef-PPL
            CoopyLeft; LicenseRef-CoopyLeft
            """)
    void suggestsTheLicenceThatWasMeantAndDoesNotUseIt(String written, String meant) {
        Findings findings = new Findings();
        DeclaredLicence read = DeclaredLicence.read(written, Place.file("okh.toml"), findings);

        assertThat(findings.list()).extracting(found -> found.code().slug()).containsExactly("licence-not-spdx");
        assertThat(findings.list().get(0).details()).containsExactly(written, meant);
        assertThat(read.classification()).isEqualTo(LicenceClass.UNKNOWN);
        assertThat(read.text()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LicenseRef-PPL", "CC-BY-NC-4.0", "LicenseRef-CoopyLeft", "MIT AND LicenseRef-PPL"})
    void neverCallsARestrictedCommonsOpenHardware(String text) {
        Findings findings = new Findings();
        DeclaredLicence read = DeclaredLicence.read(text, Place.file("okh.toml"), findings);

        assertThat(read.classification().isOpenHardware()).isFalse();
        assertThat(read.classification().isCommonsRestricted()).isTrue();
        assertThat(findings.list())
                .extracting(Finding::code)
                .extracting(code -> code.slug())
                .containsExactly("licence-restricted");
    }

    @Test
    void everyListedIdentifierIsAnExpressionOfItsOwn() {
        for (LicenceList.Entry entry : LicenceList.standard().all()) {
            SpdxExpression parsed = SpdxExpression.parse(entry.id()).orElseThrow();
            assertThat(parsed.classification()).as(entry.id()).isEqualTo(entry.classification());
            entry.replacement()
                    .ifPresent(newer -> assertThat(LicenceList.standard().entry(newer))
                            .as(entry.id())
                            .isPresent());
        }
    }
}
