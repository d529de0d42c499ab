package org.cosmofab.designs.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/** Fetches one ref with its history into a bare store. */
final class Fetch {

    private static final String PULLED = "refs/cosmofab/pulled";

    private final Repository repository;
    private final URIish source;
    private final PullLimits limits;
    private final PullWatch watch;

    Fetch(Repository repository, URIish source, PullLimits limits, PullWatch watch) {
        this.repository = repository;
        this.source = source;
        this.limits = limits;
        this.watch = watch;
    }

    ObjectId fetch(RefName ref) throws IOException {
        try (Transport transport = Transport.open(repository, source)) {
            transport.setTimeout((int) limits.silenceMax().toSeconds());
            transport.setTagOpt(TagOpt.NO_TAGS);
            // Malformed trees and names such as .git are refused on arrival.
            transport.setCheckFetchedObjects(true);
            if (transport instanceof TransportHttp http) {
                http.setHttpConnectionFactory(new PublicHosts());
            }
            return ref.isCommit() ? commit(transport, ref) : named(transport, ref);
        } catch (NotSupportedException e) {
            PullRefused refused =
                    new PullRefused(PullResult.Refusal.ADDRESS_REFUSED, "not an address of git: " + source);
            refused.initCause(e);
            throw refused;
        } catch (TransportException e) {
            throw meant(e);
        }
    }

    private ObjectId named(Transport transport, RefName ref) throws IOException {
        Ref advertised = advertised(transport, ref)
                .orElseThrow(() -> new PullRefused(
                        PullResult.Refusal.REF_UNKNOWN, "the repository has no branch or tag " + ref.text()));
        receive(transport, List.of(new RefSpec("+" + advertised.getName() + ":" + PULLED)));
        Ref pulled = repository.exactRef(PULLED);
        if (pulled == null) {
            throw new PullRefused(PullResult.Refusal.REF_UNKNOWN, "the repository kept back " + ref.text());
        }
        ObjectId peeled = repository.getRefDatabase().peel(pulled).getPeeledObjectId();
        return peeled == null ? pulled.getObjectId() : peeled;
    }

    /** Servers seldom hand out a bare commit, so all branches and tags are fetched and the commit looked up. */
    private ObjectId commit(Transport transport, RefName ref) throws IOException {
        List<RefSpec> all = new ArrayList<>();
        all.add(new RefSpec("+refs/heads/*:refs/heads/*"));
        all.add(new RefSpec("+refs/tags/*:refs/tags/*"));
        receive(transport, all);
        return RefName.commit(repository, ref.text());
    }

    private static Optional<Ref> advertised(Transport transport, RefName ref) throws IOException {
        try (FetchConnection connection = transport.openFetch()) {
            for (String name : ref.candidates()) {
                Ref found = connection.getRef(name);
                if (found != null && found.getObjectId() != null) {
                    return Optional.of(found);
                }
            }
            return Optional.empty();
        } catch (NotSupportedException e) {
            throw new TransportException("the repository cannot be fetched from", e);
        }
    }

    private void receive(Transport transport, List<RefSpec> specs) throws IOException {
        transport.fetch(watch, specs);
        watch.look();
        if (!watch.broken().isEmpty()) {
            throw new PullRefused(PullResult.Refusal.OVER_LIMIT, watch.broken());
        }
    }

    /** The refusal that made the transport fail, if one did. */
    private IOException meant(TransportException e) {
        if (!watch.broken().isEmpty()) {
            PullRefused refused = new PullRefused(PullResult.Refusal.OVER_LIMIT, watch.broken());
            refused.initCause(e);
            return refused;
        }
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof PullRefused refused) {
                return refused;
            }
        }
        return e;
    }
}
