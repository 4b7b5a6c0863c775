// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.wire.Answers;
import baton.wire.Board;
import baton.wire.SignInRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Signing in and out, and who one is (SPEC.md T1). */
final class SessionPages {
    private static final int LARGEST_BODY = 8_192;
    private static final String PATH = "/api/session";

    private final SignIn signIn;
    private final Badges badges;
    private final Metrics metrics;

    SessionPages(SignIn signIn, Badges badges, Metrics metrics) {
        this.signIn = signIn;
        this.badges = badges;
        this.metrics = metrics;
    }

    List<Route> routes() {
        return List.of(
                Route.later(
                        "POST",
                        PATH,
                        Access.ANYBODY,
                        LARGEST_BODY,
                        call -> CompletableFuture.completedFuture(signIn(call))),
                Route.later(
                        "DELETE", PATH, Access.SIGNED_IN, 0, call -> CompletableFuture.completedFuture(signOut(call))),
                Route.get("/api/me", Access.SIGNED_IN, call -> Reply.json(me(call.badge()))));
    }

    private Reply signIn(Call call) {
        SignInRequest asked = SignInRequest.read(call.json());
        return switch (signIn.attempt(asked.name(), asked.password(), call.address())) {
            case SignIn.Outcome.Welcome welcome -> {
                metrics.signedIn("welcome");
                yield Reply.json(session(welcome.issued()));
            }
            case SignIn.Outcome.Wrong _ -> {
                metrics.signedIn("wrong");
                yield Troubles.error(401, "Name or password is wrong.");
            }
            case SignIn.Outcome.TooOften tooOften -> {
                metrics.signedIn("too_often");
                throw Problem.tooOften(
                        "Too many attempts to sign in; wait a moment.",
                        tooOften.pause().toSeconds() + 1);
            }
        };
    }

    private Reply signOut(Call call) {
        badges.end(call.badge());
        return Reply.nothing();
    }

    private static Answers.Session session(Badges.Issued issued) {
        var person = issued.badge().person();
        return new Answers.Session(
                issued.token(),
                person.id(),
                person.displayName(),
                person.role(),
                issued.badge().expiresAt());
    }

    private static Board.Me me(Badge badge) {
        var person = badge.person();
        return new Board.Me(person.id(), person.displayName(), person.role(), badge.expiresAt());
    }
}
