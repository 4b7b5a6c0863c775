// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.sync.LinkState.Ended;

/** How a desk speaks to its hub in somebody's name. */
record Session(HubClient client, Credentials credentials, Link link) {

    /** The hub does not know the token any more. */
    void denied() {
        credentials.forget();
        link.signedOut(Ended.BY_HUB);
    }
}
