// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.run.Secret;
import baton.wire.Answers;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** Signing in at a hub, before there is a desk or at one that was signed out. Waits for the hub: call it in the background. */
public final class SignIn {
    private final HubAddress hub;
    private final Locale language;
    private final InstantSource clock;

    public SignIn(HubAddress hub, Locale language, InstantSource clock) {
        this.hub = hub;
        this.language = language;
        this.clock = clock;
    }

    /** {@code name}: as typed; the hub folds its case. */
    public SignInAnswer attempt(String name, Secret password) {
        try (HubClient client = new HubClient(hub, language, clock, Optional::empty)) {
            return answer(client.signIn(name, password));
        }
    }

    private static SignInAnswer answer(HubReply<Answers.Session> reply) {
        return switch (reply) {
            case HubReply.Answered<Answers.Session> answered -> new SignInAnswer.Welcome(pass(answered.value()));
            case HubReply.Denied<Answers.Session> denied -> new SignInAnswer.Refused(denied.sentence());
            case HubReply.Refused<Answers.Session> refused ->
                new SignInAnswer.Refused(refused.refused().why());
            case HubReply.Rejected<Answers.Session> rejected -> rejected(rejected);
            case HubReply.Failed<Answers.Session> failed -> failed(failed);
            case HubReply.Wrong<Answers.Session> wrong ->
                new SignInAnswer.Unusable(wrong.why(), wrong.detail(), wrong.certificate());
        };
    }

    private static SignInAnswer rejected(HubReply.Rejected<Answers.Session> rejected) {
        return rejected.status() == 404
                ? new SignInAnswer.Unusable(LinkState.Unusable.NO_HUB, rejected.sentence(), Optional.empty())
                : new SignInAnswer.Refused(rejected.sentence());
    }

    private static SignInAnswer failed(HubReply.Failed<Answers.Session> failed) {
        return failed.detail().startsWith("429 ")
                ? new SignInAnswer.Refused(failed.detail().substring(4))
                : new SignInAnswer.NotReachable(failed.trouble(), failed.detail());
    }

    private static Pass pass(Answers.Session session) {
        return new Pass(
                session.person(),
                session.displayName(),
                session.role(),
                new Secret(session.token()),
                session.expiresAt());
    }
}
