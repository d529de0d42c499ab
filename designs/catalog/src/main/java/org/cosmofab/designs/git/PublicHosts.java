package org.cosmofab.designs.git;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URL;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;

/**
 * Opens https connections to public hosts only, so that nobody can use us to look into a private network.
 *
 * <p>Every connection passes here, redirected ones too. The name is looked up just before the connection; Java keeps the
 * answer for some seconds, so the connection goes to an address that was checked.
 */
final class PublicHosts implements HttpConnectionFactory {

    private final HttpConnectionFactory connections = new JDKHttpConnectionFactory();

    @Override
    public HttpConnection create(URL url) throws IOException {
        check(url);
        return connections.create(url);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        check(url);
        return connections.create(url, proxy);
    }

    private static void check(URL url) throws IOException {
        if (!url.getProtocol().equals("https")) {
            throw new PullRefused(PullResult.Refusal.ADDRESS_REFUSED, "led on to " + url.getProtocol());
        }
        for (InetAddress address : InetAddress.getAllByName(url.getHost())) {
            if (!isPublic(address)) {
                throw new PullRefused(
                        PullResult.Refusal.HOST_REFUSED, url.getHost() + " is in a private network: " + address);
            }
        }
    }

    /**
     * Whether the address belongs to a host that anybody can reach.
     *
     * <p>Source: IANA special-purpose address registries; RFC 6598 (100.64.0.0/10), RFC 4193 (fc00::/7). Java itself
     * turns IPv4-mapped IPv6 addresses into IPv4.
     */
    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        int first = address.getAddress()[0] & 0xFF;
        int second = address.getAddress()[1] & 0xFF;
        if (address instanceof Inet4Address) {
            boolean isShared = first == 100 && second >= 64 && second < 128;
            boolean isBenchmark = first == 198 && (second == 18 || second == 19);
            return first != 0 && first < 240 && !isShared && !isBenchmark;
        }
        // Only 2000::/3 is global unicast; 2002::/16 (6to4) and 2001:0::/32 (Teredo) carry an IPv4 address inside.
        boolean isTunnel = first == 0x20
                && (second == 0x02 || (second == 0x01 && address.getAddress()[2] == 0 && address.getAddress()[3] == 0));
        return (first & 0xE0) == 0x20 && !isTunnel;
    }
}
