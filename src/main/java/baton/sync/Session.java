// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.run.Secret;
import baton.sync.LinkState.Ended;
import java.util.Optional;
import java.util.function.Function;

/** How a desk speaks to its hub in somebody's name. */
record Session(HubClient client, Credentials credentials, Link link) {

    /** Asks and waits; where the hub does not know the token any more the sign-in is over, unless there is a new one meanwhile. */
    <T> HubReply<T> ask(Function<HubClient, HubReply<T>> question) {
        Optional<Secret> used = credentials.token();
        HubReply<T> reply = question.apply(client);
        if (reply instanceof HubReply.Denied<T> && credentials.forget(used)) {
            link.signedOut(Ended.BY_HUB);
        }
        return reply;
    }
}
