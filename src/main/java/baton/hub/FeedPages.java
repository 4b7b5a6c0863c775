// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.wire.Answers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The feed by long poll: what happened since a desk's cursor. */
final class FeedPages {
    private final Feed feed;
    private final Sentences sentences;

    FeedPages(Feed feed, Sentences sentences) {
        this.feed = feed;
        this.sentences = sentences;
    }

    List<Route> routes() {
        return List.of(Route.later("GET", "/api/feed", Access.SIGNED_IN, 0, this::poll));
    }

    private CompletableFuture<Reply> poll(Call call) {
        long after = call.number("after", 0, 0, Long.MAX_VALUE);
        long wait = call.number("wait", 0, 0, Feed.LONGEST.toSeconds());
        long head = feed.headFor(after);
        if (after > head) {
            return CompletableFuture.completedFuture(ahead(call, head));
        }
        Scope scope = Scope.of(call.badge().person().role());
        return feed.poll(new Feed.Poll(scope, call.badge().desk(), after, Duration.ofSeconds(wait)))
                .thenApply(Reply::json);
    }

    /** The hub came back from an older backup: what the desk knows beyond the head never happened. */
    private Reply ahead(Call call, long head) {
        Map<String, String> facts = Map.of("head", Long.toString(head));
        return Reply.json(409, new Answers.Refused("RESYNC", sentences.why("RESYNC", facts, call.language()), facts));
    }
}
