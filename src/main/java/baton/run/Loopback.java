// SPDX-License-Identifier: Apache-2.0
package baton.run;

import java.net.InetAddress;

/** Which hosts are this machine by their name alone: nobody is asked, since who answers could say anything. */
final class Loopback {
    private Loopback() {}

    /** {@code host}: a name or an address, IPv6 with or without brackets. */
    static boolean is(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host.replaceFirst("^\\[(.*)]$", "$1")).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }
}
