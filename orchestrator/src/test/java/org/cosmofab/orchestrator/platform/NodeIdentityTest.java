package org.cosmofab.orchestrator.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeIdentityTest {
    @TempDir
    Path data;

    @Test
    void theKeyIsMadeOnceAndKept() {
        NodeIdentity first = new NodeIdentity(data);
        NodeIdentity again = new NodeIdentity(data);

        assertThat(first.issuer()).matches("[0-9a-f]{20}").isEqualTo(again.issuer());
        assertThat(new NodeIdentity(data.resolve("other")).issuer()).isNotEqualTo(first.issuer());
    }

    @Test
    void theKeyIsForItsOwnersEyesOnly() throws Exception {
        new NodeIdentity(data);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("node.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatItSignsItsPublicKeyVerifies() throws Exception {
        NodeIdentity node = new NodeIdentity(data);
        byte[] message = "a claim".getBytes(StandardCharsets.UTF_8);

        byte[] signature = node.sign(message);

        // The prefix of an Ed25519 key's encoding. Source: RFC 8410, section 4.
        byte[] encoded = HexFormat.of()
                .parseHex("302a300506032b6570032100"
                        + HexFormat.of().formatHex(Base64.getDecoder().decode(node.publicKey())));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        verifier.update(message);
        assertThat(verifier.verify(signature)).isTrue();
    }

    @Test
    void aDamagedKeyIsNotReplacedByAnother() throws Exception {
        Files.writeString(data.resolve("node.key"), "damaged\n");

        assertThatThrownBy(() -> new NodeIdentity(data))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("node.key")
                .hasMessageContaining("backup");
        assertThat(data.resolve("node.key")).hasContent("damaged\n");
    }
}
