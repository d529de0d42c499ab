package org.cosmofab.designs.licence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A licence expression in the grammar of SPDX.
 *
 * <p>Source: SPDX Specification 2.3, Annex D, "SPDX license expressions".
 */
public sealed interface SpdxExpression {

    /**
     * One licence.
     *
     * @param id as SPDX writes it if it is listed, else as the author wrote it
     * @param orLater whether the author added {@code +}
     */
    record Licence(String id, boolean orLater, Optional<String> exception) implements SpdxExpression {
        @Override
        public LicenceClass classification() {
            return LicenceList.standard()
                    .entry(id + (orLater ? "+" : ""))
                    .or(() -> LicenceList.standard().entry(id))
                    .map(LicenceList.Entry::classification)
                    .orElse(LicenceClass.UNKNOWN);
        }

        @Override
        public Stream<Licence> licences() {
            return Stream.of(this);
        }

        @Override
        public String toString() {
            return id
                    + (orLater ? "+" : "")
                    + exception.map(name -> " WITH " + name).orElse("");
        }
    }

    /** All of them apply. */
    record And(List<SpdxExpression> terms) implements SpdxExpression {
        public And {
            terms = List.copyOf(terms);
        }

        @Override
        public LicenceClass classification() {
            return terms.stream().map(SpdxExpression::classification).reduce(LicenceClass.OPEN, LicenceClass::and);
        }

        @Override
        public Stream<Licence> licences() {
            return terms.stream().flatMap(SpdxExpression::licences);
        }

        @Override
        public String toString() {
            return terms.stream()
                    .map(term -> term instanceof Or ? "(" + term + ")" : term.toString())
                    .collect(Collectors.joining(" AND "));
        }
    }

    /** The user chooses one. */
    record Or(List<SpdxExpression> terms) implements SpdxExpression {
        public Or {
            terms = List.copyOf(terms);
        }

        @Override
        public LicenceClass classification() {
            return terms.stream()
                    .map(SpdxExpression::classification)
                    .reduce(LicenceClass::or)
                    .orElse(LicenceClass.UNKNOWN);
        }

        @Override
        public Stream<Licence> licences() {
            return terms.stream().flatMap(SpdxExpression::licences);
        }

        @Override
        public String toString() {
            return terms.stream().map(SpdxExpression::toString).collect(Collectors.joining(" OR "));
        }
    }

    LicenceClass classification();

    /** Every licence that the expression names, in its order. */
    Stream<Licence> licences();

    /** The expression of that text; empty if it is none. */
    static Optional<SpdxExpression> parse(String text) {
        return new SpdxParser(text).parse();
    }
}
