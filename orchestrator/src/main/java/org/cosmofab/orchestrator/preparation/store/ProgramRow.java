package org.cosmofab.orchestrator.preparation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.preparation.PreparedProgram;

@Entity
@Table(name = "prepared_program")
class ProgramRow {
    private static final int NOTE_MAX = 1000;

    @Id
    @Column(length = 64)
    String recipe;

    @Column(nullable = false, length = 64)
    String hash;

    @Column(nullable = false, length = 64)
    String design;

    @Column(nullable = false, length = 200)
    String part;

    @Column(nullable = false, length = 40)
    String machine;

    @Column(nullable = false, length = 40)
    String material;

    @Column(name = "estimate_millis", nullable = false)
    long estimateMillis;

    @Column(nullable = false)
    long milligrams;

    @Column(name = "extruded_mm", nullable = false)
    double extrudedMm;

    @Column(name = "line_count", nullable = false)
    int lines;

    @Column(name = "byte_count", nullable = false)
    long bytes;

    @Column(nullable = false, length = 20)
    String origin;

    @Column(nullable = false, length = NOTE_MAX)
    String note;

    static ProgramRow of(String recipe, PreparedProgram program) {
        ProgramRow row = new ProgramRow();
        row.recipe = recipe;
        row.hash = program.hash().value();
        row.design = program.design().value();
        row.part = program.part();
        row.machine = program.machine().value();
        row.material = program.material().value();
        row.estimateMillis = program.estimate().toMillis();
        row.milligrams = program.materialMilligrams();
        row.extrudedMm = program.extrudedMm();
        row.lines = program.lines();
        row.bytes = program.bytes();
        row.origin = program.origin().name();
        row.note = program.note().substring(0, Math.min(NOTE_MAX, program.note().length()));
        return row;
    }

    PreparedProgram toProgram() {
        return new PreparedProgram(
                new ProgramHash(hash),
                new DesignVersionId(design),
                part,
                new MachineId(machine),
                new MaterialId(material),
                Duration.ofMillis(estimateMillis),
                milligrams,
                extrudedMm,
                lines,
                bytes,
                PreparedProgram.Origin.valueOf(origin),
                note);
    }
}
