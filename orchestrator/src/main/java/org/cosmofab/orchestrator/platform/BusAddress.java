package org.cosmofab.orchestrator.platform;

/**
 * Where a broker is and who we are to it.
 *
 * @param url such as {@code tcp://127.0.0.1:1883}
 * @param user empty for none
 */
record BusAddress(String url, String clientId, String user, String password) {

    @Override
    public String toString() {
        return url + " as " + clientId;
    }
}
