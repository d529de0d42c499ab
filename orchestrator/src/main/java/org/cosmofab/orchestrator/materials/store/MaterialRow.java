package org.cosmofab.orchestrator.materials.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Map;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.materials.Material;

/** A kind of material as kept, with its names by language. */
@Entity
@Table(name = "material")
class MaterialRow {
    @Id
    @Column(length = 40)
    String id;

    @Column(nullable = false, length = 20)
    String form;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "material_name", joinColumns = @JoinColumn(name = "material"))
    @MapKeyColumn(name = "language", length = 35)
    @Column(name = "name", nullable = false, length = 200)
    Map<String, String> names = new HashMap<>();

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
        names.keySet().retainAll(material.names().keySet());
        names.putAll(material.names());
        density = material.densityMgPerMm3();
        thicknessMm = material.thicknessMm();
    }

    Material toMaterial() {
        return new Material(new MaterialId(id), Material.Form.valueOf(form), names, density, thicknessMm);
    }
}
