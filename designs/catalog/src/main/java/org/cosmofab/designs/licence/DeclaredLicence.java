package org.cosmofab.designs.licence;

import java.util.Optional;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Findings;
import org.cosmofab.designs.finding.Place;

/**
 * A licence as its author declared it.
 *
 * @param raw the author's own words
 * @param expression their reading; empty if they are no SPDX expression of known meaning
 */
public record DeclaredLicence(String raw, Optional<SpdxExpression> expression) {

    /** Reads the words and notes what is wrong with them. */
    public static DeclaredLicence read(String raw, Place place, Findings findings) {
        Optional<SpdxExpression> parsed = SpdxExpression.parse(raw);
        boolean listed = parsed.isPresent() && parsed.get().licences().allMatch(DeclaredLicence::isListed);
        if (listed) {
            remark(parsed.get(), place, findings);
            return new DeclaredLicence(raw, parsed);
        }
        Optional<String> suggestion = LicenceSuggestion.of(raw);
        if (suggestion.isPresent()) {
            findings.add(FindingCode.LICENCE_NOT_SPDX, place, raw, suggestion.get());
            return new DeclaredLicence(raw, Optional.empty());
        }
        if (parsed.isEmpty()) {
            findings.add(FindingCode.LICENCE_SENTENCE, place, shortened(raw));
            return new DeclaredLicence(raw, Optional.empty());
        }
        remark(parsed.get(), place, findings);
        return new DeclaredLicence(raw, parsed);
    }

    public LicenceClass classification() {
        return expression.map(SpdxExpression::classification).orElse(LicenceClass.UNKNOWN);
    }

    /** The expression in SPDX's own writing, or the author's words. */
    public String text() {
        return expression.map(SpdxExpression::toString).orElse(raw);
    }

    private static boolean isListed(SpdxExpression.Licence licence) {
        return LicenceList.standard().entry(licence.id()).isPresent();
    }

    private static void remark(SpdxExpression expression, Place place, Findings findings) {
        expression.licences().forEach(licence -> {
            Optional<LicenceList.Entry> entry = LicenceList.standard().entry(licence.id());
            if (entry.isEmpty() || entry.get().classification() == LicenceClass.UNKNOWN) {
                findings.add(FindingCode.LICENCE_UNKNOWN, place, licence.id());
            }
            entry.flatMap(LicenceList.Entry::replacement)
                    .ifPresent(newer -> findings.add(FindingCode.LICENCE_DEPRECATED, place, licence.id(), newer));
        });
        LicenceClass classification = expression.classification();
        if (classification.isCommonsRestricted()) {
            findings.add(FindingCode.LICENCE_RESTRICTED, place, expression.toString());
        }
    }

    private static String shortened(String raw) {
        return raw.length() <= 80 ? raw : raw.substring(0, 80) + "...";
    }
}
