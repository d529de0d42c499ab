package org.cosmofab.orchestrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.cosmofab.designs.DesignReader;
import org.cosmofab.designs.ReadDesign;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.RealTime;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.members.Standing;
import org.cosmofab.orchestrator.testing.DesignFolder;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@OnEveryDatabase
class CatalogTest {
    private static final PartyId STRANGER = new PartyId("stranger");

    @Inject
    Catalog catalog;

    @Inject
    PublishedVersions published;

    @Inject
    Parties parties;

    @Inject
    Clock clock;

    @Inject
    RealTime realTime;

    @Inject
    Event<VersionPublished> events;

    @Inject
    PublicationLog log;

    @TempDir
    Path folder;

    @Test
    void publishesTheLibraryOnce() {
        for (String name : DesignFolder.LIBRARY) {
            DesignVersion version = publish(DesignFolder.original(name));
            assertThat(version.slug()).isEqualTo(name);
            assertThat(publish(DesignFolder.original(name))).isEqualTo(version);
            assertThat(catalog.versions(name)).containsOnlyOnce(version);
            assertThat(log.timesHeard(version.id())).isEqualTo(1);
        }
        assertThat(catalog.newest()).extracting(DesignVersion::slug).containsAll(DesignFolder.LIBRARY);
    }

    @Test
    void readsADesignInTheWordsOfTheWorkshop() {
        DesignVersion corner = publish(DesignFolder.original("sheet-corner"));
        DesignVersion tray = publish(DesignFolder.original("parts-tray"));
        assertThat(tray.title("fr")).isEqualTo("Casier à petites pièces");
        assertThat(tray.title("de")).isEqualTo("Parts tray");
        assertThat(tray.licenceClass()).isEqualTo(DesignVersion.LicenceClass.OPEN);
        assertThat(tray.parts())
                .extracting(DesignVersion.Part::process)
                .containsExactlyInAnyOrder(Process.PRINT, Process.LASER);
        assertThat(tray.parts())
                .extracting(part -> part.material().value())
                .containsExactlyInAnyOrder("pla", "plywood-3");
        assertThat(tray.parents())
                .extracting(DesignVersion.Parent::version)
                .containsExactly(java.util.Optional.of(corner.id()));
        assertThat(publish(DesignFolder.original("cable-rail")).licenceClass())
                .isEqualTo(DesignVersion.LicenceClass.PEER_PRODUCTION);
    }

    @Test
    void meetsTheDesignersAsCommoners() {
        DesignVersion version = publish(DesignFolder.original("sheet-corner"));
        assertThat(version.contributions()).isNotEmpty().allSatisfy(work -> {
            assertThat(work.seconds()).isPositive();
            assertThat(parties.find(work.party()))
                    .hasValueSatisfying(party -> assertThat(party.standing()).isEqualTo(Standing.COMMONER));
        });
    }

    @Test
    void takesAChangedFileForANewVersion() throws Exception {
        DesignFolder design = DesignFolder.copyOf("sheet-corner", folder).titled("Changing corner");
        DesignVersion first = publish(design.path());
        Files.writeString(design.path().resolve("README.md"), "Other words.\n");
        DesignVersion second = publish(design.path());
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(catalog.versions("changing-corner")).containsExactly(second, first);
        assertThat(catalog.newest()).contains(second).doesNotContain(first);
        assertThat(catalog.file(first.id(), "README.md"))
                .hasValueSatisfying(file -> assertThat(file).content().doesNotContain("Other words."));
    }

    @Test
    void refusesAPathThatClimbsOutAndChangesNothing() throws Exception {
        DesignFolder design = DesignFolder.copyOf("sheet-corner", folder)
                .replace("cosmofab.yml", "file: export/corners.stl", "file: ../../../etc/passwd");
        List<Published> rows = published.all();
        List<Path> kept = keptFolders();

        Refusal refusal = refused(catalog.publish(design.path(), Parties.WORKSHOP));
        assertThat(refusal.kind()).isEqualTo(CatalogRefusal.DESIGN_HAS_ERRORS);
        assertThat(refusal.kind().category()).isEqualTo(Refusal.Category.UNPROCESSABLE);
        assertThat(refusal.detail()).contains("cosmofab.yml").contains("corners");
        assertThat(refusal.facts())
                .containsKey("errors")
                .hasEntrySatisfying("code", code -> assertThat(code.toString()).startsWith("path-"));
        assertThat(published.all()).isEqualTo(rows);
        assertThat(keptFolders()).isEqualTo(kept);
    }

    @Test
    void refusesALinkThatLeavesTheDesign() throws Exception {
        DesignFolder design = DesignFolder.copyOf("sheet-corner", folder).titled("Linked corner");
        Files.createSymbolicLink(design.path().resolve("secret.txt"), Path.of("/etc/passwd"));
        assertThat(refused(catalog.publish(design.path(), Parties.WORKSHOP)).detail())
                .contains("secret.txt");
    }

    @Test
    void refusesWhatIsNoFolder() {
        assertThat(refused(catalog.publish(folder.resolve("none"), Parties.WORKSHOP))
                        .kind())
                .isEqualTo(CatalogRefusal.FOLDER_UNKNOWN);
        assertThat(refused(catalog.publish(folder, Parties.WORKSHOP)).kind())
                .isEqualTo(CatalogRefusal.DESIGN_HAS_ERRORS);
    }

    @Test
    void noticesAFileThatWasChangedOnDisk() throws Exception {
        DesignFolder design = DesignFolder.copyOf("sheet-corner", folder).titled("Tampered corner");
        DesignVersion version = publish(design.path());
        Path file = catalog.file(version.id(), "export/corners.stl").orElseThrow();
        byte[] bytes = Files.readAllBytes(file);
        bytes[200]++;
        Files.write(file, bytes);

        // At once for the file, and for the version when it is next read from disk.
        assertThat(catalog.file(version.id(), "export/corners.stl")).isEmpty();
        assertThat(catalog.file(version.id(), "README.md")).isPresent();
        Catalog restarted = restarted();
        assertThat(restarted.version(version.id())).isEmpty();
        assertThat(restarted.versions("tampered-corner")).isEmpty();
        assertThat(restarted.newest()).isNotEmpty().doesNotContain(version);
        assertThat(restarted.file(version.id(), "README.md")).isEmpty();
    }

    @Test
    void mendsADamagedVersionWhenItIsPublishedAgain() throws Exception {
        DesignFolder design = DesignFolder.copyOf("sheet-corner", folder).titled("Mended corner");
        DesignVersion version = publish(design.path());
        Files.delete(catalog.file(version.id(), "README.md").orElseThrow());

        Catalog restarted = restarted();
        assertThat(restarted.version(version.id())).isEmpty();
        assertThat(restarted.publish(design.path(), STRANGER).orThrow()).isEqualTo(version);
        assertThat(restarted.file(version.id(), "README.md")).isPresent();
        assertThat(catalog.file(version.id(), "README.md")).isPresent();
        assertThat(log.timesHeard(version.id())).isEqualTo(1);
    }

    @Test
    void findsVersionsAgainAfterARestart() {
        DesignVersion version = publish(DesignFolder.original("spool-gauge"));
        assertThat(restarted().version(version.id())).contains(version);
    }

    @Test
    void servesNoFileThatTheVersionDoesNotList() {
        DesignVersion version = publish(DesignFolder.original("sheet-corner"));
        for (String path :
                List.of("../" + version.id() + "/README.md", "..", "/etc/passwd", "docs", "", "x\0y", "none")) {
            assertThat(catalog.file(version.id(), path)).as(path).isEmpty();
        }
        assertThat(catalog.file(version.id(), "./docs/../README.md")).isPresent();
    }

    @Test
    void givesAStrangersDesignOfTheSameTitleAnotherShortName() throws Exception {
        DesignVersion ours = publish(DesignFolder.copyOf("sheet-corner", folder)
                .titled("Contested corner")
                .path());
        DesignFolder theirs = DesignFolder.copyOf("cable-rail", folder).titled("Contested corner");
        DesignVersion other = catalog.publish(theirs.path(), STRANGER).orThrow();
        assertThat(other.slug()).isEqualTo("contested-corner-2");
        Files.writeString(theirs.path().resolve("README.md"), "Next version.\n");
        assertThat(catalog.publish(theirs.path(), STRANGER).orThrow().slug()).isEqualTo("contested-corner-2");
        assertThat(catalog.versions("contested-corner")).containsExactly(ours);
    }

    @Test
    void recordsNothingWhenAListenerFails() throws Exception {
        DesignFolder design = DesignFolder.copyOf("sheet-corner", folder).titled("Unlucky corner");
        log.failOnce();
        assertThatThrownBy(() -> publish(design.path())).hasMessageContaining("not today");
        assertThat(catalog.versions("unlucky-corner")).isEmpty();
        assertThat(catalog.versions("unlucky-corner")).isEmpty();
        assertThat(publish(design.path()).slug()).isEqualTo("unlucky-corner");
    }

    @Test
    void recordsOnceHoweverManyPublishAtOnce() throws Exception {
        DesignFolder design = DesignFolder.copyOf("sheet-corner", folder).titled("Popular corner");
        Callable<DesignVersion> publication = () -> publish(design.path());
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            List<Future<DesignVersion>> all = crowd.invokeAll(java.util.Collections.nCopies(8, publication));
            for (Future<DesignVersion> one : all) {
                assertThat(one.get()).isEqualTo(all.get(0).get());
            }
            assertThat(log.timesHeard(all.get(0).get().id())).isEqualTo(1);
        } finally {
            crowd.shutdownNow();
        }
    }

    /** Each with a memory of its own, as processes on one database have. */
    @Test
    void recordsOnceHoweverManyProcessesPublishAtOnce() throws Exception {
        DesignFolder design = DesignFolder.copyOf("sheet-corner", folder).titled("Shared corner");
        ReadDesign read = new DesignReader().read(design.path());
        DesignVersionId id =
                new DesignVersionId(read.contentHash().orElseThrow().hex());
        published.keep(id, design.path(), read.version().orElseThrow());
        List<Callable<DesignVersion>> calls = Stream.generate(this::restarted)
                .limit(8)
                .map(each -> (Callable<DesignVersion>)
                        () -> each.publish(design.path(), Parties.WORKSHOP).orThrow())
                .toList();
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            for (Future<DesignVersion> one : crowd.invokeAll(calls)) {
                assertThat(one.get().slug()).isEqualTo("shared-corner");
            }
        } finally {
            crowd.shutdownNow();
        }
        assertThat(log.timesHeard(id)).isEqualTo(1);
    }

    @Test
    void readsADamagedVersionOnceAndNotAgainBeforeItIsPublishedAgain() throws Exception {
        DesignFolder design = DesignFolder.copyOf("sheet-corner", folder).titled("Remembered corner");
        DesignVersion version = publish(design.path());
        Path file = catalog.file(version.id(), "README.md").orElseThrow();
        byte[] whole = Files.readAllBytes(file);
        Files.delete(file);
        Catalog restarted = restarted();
        assertThat(restarted.version(version.id())).isEmpty();

        // Whole again on disk; who looked again would find it.
        Files.write(file, whole);

        assertThat(restarted.version(version.id())).isEmpty();
        assertThat(restarted.newest()).isNotEmpty().doesNotContain(version);
        assertThat(restarted.publish(design.path(), STRANGER).orThrow()).isEqualTo(version);
        assertThat(restarted.version(version.id())).contains(version);
    }

    @Test
    void survivesWordsThatAreNoIds() throws Exception {
        DesignFolder design = DesignFolder.copyOf("sheet-corner", folder)
                .titled("木の角")
                .replace("cosmofab.yml", "material: PLA", "material: PLA+");
        DesignVersion version = publish(design.path());
        assertThat(version.slug()).isEqualTo("design");
        assertThat(version.parts().get(0).material().value()).isEqualTo("pla-plus");
    }

    private Catalog restarted() {
        return new Catalog(published, parties, clock, realTime, events, false);
    }

    private DesignVersion publish(Path design) {
        return catalog.publish(design, Parties.WORKSHOP).orThrow();
    }

    private static Refusal refused(Result<DesignVersion> result) {
        return result.fold(
                version -> {
                    throw new AssertionError("published " + version.slug());
                },
                refusal -> refusal);
    }

    private List<Path> keptFolders() throws IOException {
        try (Stream<Path> folders = Files.list(published.scratch().getParent())) {
            return folders.sorted().toList();
        }
    }
}
