package org.cosmofab.designs.licence;

import java.util.Optional;
import java.util.stream.Stream;

/** The licences of a design, by what they cover. */
public record Licences(
        Optional<DeclaredLicence> hardware,
        Optional<DeclaredLicence> documentation,
        Optional<DeclaredLicence> software) {

    /** One licence for hardware and documentation, as OKH-LOSH declares it. */
    public static Licences one(Optional<DeclaredLicence> licence) {
        return new Licences(licence, licence, Optional.empty());
    }

    /** The licence that governs fabrication: the hardware's, else the documentation's, else the software's. */
    public Optional<DeclaredLicence> governing() {
        return Stream.of(hardware, documentation, software)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What the governing licence allows; UNKNOWN if there is none. */
    public LicenceClass classification() {
        return governing().map(DeclaredLicence::classification).orElse(LicenceClass.UNKNOWN);
    }
}
