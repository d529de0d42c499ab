package org.cosmofab.orchestrator.catalog.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.cosmofab.orchestrator.catalog.Published;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.PartyId;

@Entity
@Table(name = "design_version")
class DesignRow {
    @Id
    @Column(length = 64)
    String hash;

    @Column(nullable = false, length = 64)
    String slug;

    @Column(name = "release_name", nullable = false, length = 100)
    String release;

    @Column(name = "published_at", nullable = false)
    Instant publishedAt;

    @Column(nullable = false, length = 64)
    String publisher;

    @Column(nullable = false, length = 2000)
    String origin;

    @Column(nullable = false, length = 64)
    String issuer;

    static DesignRow of(Published published, String issuer) {
        DesignRow row = new DesignRow();
        row.hash = published.version().value();
        row.slug = published.slug();
        row.release = published.release();
        row.publishedAt = published.at();
        row.publisher = published.publisher().value();
        row.origin = published.origin();
        row.issuer = issuer;
        return row;
    }

    Published toPublished() {
        return new Published(new DesignVersionId(hash), slug, release, publishedAt, new PartyId(publisher), origin);
    }
}
