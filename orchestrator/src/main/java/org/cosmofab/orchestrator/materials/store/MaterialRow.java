package org.cosmofab.orchestrator.materials.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.materials.Material;

@Entity
@Table(name = "material")
class MaterialRow {
    @Id
    @Column(length = 40)
    String id;

    @Column(nullable = false, length = 20)
    String form;

    @Column(name = "name_en", nullable = false, length = 200)
    String nameEn;

    @Column(name = "name_fr", nullable = false, length = 200)
    String nameFr;

    @Column(nullable = false)
    double density;

    @Column(name = "thickness_mm", nullable = false)
    double thicknessMm;

    static MaterialRow of(Material material) {
        MaterialRow row = new MaterialRow();
        row.id = material.id().value();
        row.take(material);
        return row;
    }

    void take(Material material) {
        form = material.form().name();
        nameEn = material.name("en");
        nameFr = material.name("fr");
        density = material.densityMgPerMm3();
        thicknessMm = material.thicknessMm();
    }

    Material toMaterial() {
        return new Material(
                new MaterialId(id),
                Material.Form.valueOf(form),
                Map.of("en", nameEn, "fr", nameFr),
                density,
                thicknessMm);
    }
}
