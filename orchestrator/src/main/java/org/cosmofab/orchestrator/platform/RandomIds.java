package org.cosmofab.orchestrator.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.IdSource;

/** Ids in the form of UUID version 7: 48 bits of real time, the rest chance. Source: RFC 9562, section 5.7. */
@ApplicationScoped
class RandomIds implements IdSource {
    private final SecureRandom random = new SecureRandom();
    private final NodeIdentity node;

    RandomIds(NodeIdentity node) {
        this.node = node;
    }

    @Override
    public UUID next() {
        long high = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    @Override
    public String secret(int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    @Override
    public String issuer() {
        return node.issuer();
    }
}
