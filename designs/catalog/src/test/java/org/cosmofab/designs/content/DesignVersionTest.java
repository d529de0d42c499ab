package org.cosmofab.designs.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DesignVersionTest {

    @Property(tries = 300)
    void theOrderOfTheFilesDoesNotMatter(@ForAll("folders") Map<String, byte[]> folder, @ForAll long seed) {
        List<DesignFile> files = files(folder);
        List<DesignFile> shuffled = new ArrayList<>(files);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(DesignVersion.of(shuffled).hash())
                .isEqualTo(DesignVersion.of(files).hash());
    }

    @Property(tries = 300)
    void anyChangedByteChangesTheHash(
            @ForAll("folders") Map<String, byte[]> folder, @ForAll @IntRange(max = 10_000) int where) {
        ContentHash before = DesignVersion.of(files(folder)).hash();
        String path = new ArrayList<>(folder.keySet()).get(where % folder.size());
        byte[] bytes = folder.get(path).clone();
        bytes[where % bytes.length] ^= 1;
        Map<String, byte[]> changed = new TreeMap<>(folder);
        changed.put(path, bytes);
        assertThat(DesignVersion.of(files(changed)).hash()).isNotEqualTo(before);
    }

    @Property(tries = 300)
    void anyRenamedFileChangesTheHash(@ForAll("folders") Map<String, byte[]> folder) {
        ContentHash before = DesignVersion.of(files(folder)).hash();
        String path = folder.keySet().iterator().next();
        Map<String, byte[]> changed = new TreeMap<>(folder);
        changed.put(path + "~", changed.remove(path));
        assertThat(DesignVersion.of(files(changed)).hash()).isNotEqualTo(before);
    }

    @Property(tries = 300)
    void anyMissingFileChangesTheHash(@ForAll("folders") Map<String, byte[]> folder) {
        List<DesignFile> files = files(folder);
        assertThat(DesignVersion.of(files.subList(1, files.size())).hash())
                .isNotEqualTo(DesignVersion.of(files).hash());
    }

    @Provide
    Arbitrary<Map<String, byte[]>> folders() {
        Arbitrary<String> names =
                Arbitraries.strings().withChars("abcé/ ").ofMinLength(1).ofMaxLength(8);
        Arbitrary<byte[]> bytes =
                Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(40);
        return Arbitraries.maps(names, bytes).ofMinSize(1).ofMaxSize(8);
    }

    private static List<DesignFile> files(Map<String, byte[]> folder) {
        return folder.entrySet().stream()
                .map(file -> new DesignFile(file.getKey(), file.getValue().length, ContentHash.of(file.getValue())))
                .toList();
    }
}
