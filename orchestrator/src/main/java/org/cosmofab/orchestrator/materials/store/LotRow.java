package org.cosmofab.orchestrator.materials.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.materials.Lot;

/** A lot as kept. */
@Entity
@Table(name = "lot")
class LotRow {
    @Id
    @Column(length = 60)
    String id;

    @Column(nullable = false, length = 40)
    String material;

    @Column(nullable = false, length = 200)
    String label;

    @Column(nullable = false)
    long milligrams;

    @Column(name = "price_per_kg", nullable = false)
    long pricePerKg;

    @Column(nullable = false, length = 64)
    String issuer;

    @Version
    long version;

    /** A lot with nothing in it yet. */
    static LotRow empty(Lot lot, String issuer) {
        LotRow row = new LotRow();
        row.id = lot.id().value();
        row.material = lot.material().value();
        row.label = lot.label();
        row.milligrams = 0;
        row.pricePerKg = lot.pricePerKg().minorUnits();
        row.issuer = issuer;
        return row;
    }

    void change(long moved) {
        milligrams = Math.addExact(milligrams, moved);
    }

    Lot toLot() {
        return new Lot(new LotId(id), new MaterialId(material), label, milligrams, Amount.microEuro(pricePerKg));
    }
}
