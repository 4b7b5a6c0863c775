// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.domain.ConversationId;
import java.time.Duration;
import java.util.List;

/** A morning's worth of customers in many languages, for walks and pictures. */
final class Floor {
    private Floor() {}

    /** Fills the hub; the first one is the conversation to look at. */
    static List<ConversationId> fill(PretendHub hub) {
        ConversationId dewi = hub.customer(
                "Dewi Lestari", "6281234567890", "Halo kak, mau tanya ongkir ke Jakarta", Duration.ofMinutes(9));
        hub.answered(
                dewi,
                PretendHub.MINA,
                "Ongkir gratis di atas Rp 300.000 kak 😊",
                hub.now().minus(Duration.ofMinutes(6)));
        hub.noted(
                dewi,
                PretendHub.MINA,
                "14:16 | Shipping | asked about parcel 4471",
                hub.now().minus(Duration.ofMinutes(5)));
        hub.writes(dewi, "Kapan dikirim? Pesanan saya *#4471*", hub.now().minus(Duration.ofMinutes(2)));
        ConversationId minji = hub.customer("김민지", "821012345678", "반품하고 싶어요. 사이즈가 너무 작아요", Duration.ofMinutes(7));
        hub.writes(minji, "교환도 가능한가요?", hub.now().minus(Duration.ofMinutes(7)));
        hub.customer("أحمد السيد", "201001234567", "هل يوجد توصيل إلى القاهرة؟", Duration.ofMinutes(18));
        ConversationId priya =
                hub.customer("प्रिया शर्मा", "919812345678", "क्या यह लाल रंग में उपलब्ध है?", Duration.ofMinutes(4));
        hub.heldBy(priya, PretendHub.MINA);
        hub.customer("王小明", "886912345678", "請問還有庫存嗎？", Duration.ofMinutes(3));
        hub.customer(
                "Zofia Wiśniewska-Kowalczyk von Hohenstein",
                "48512345678",
                "Dzień dobry, gdzie jest moja paczka? Czekam już od tygodnia i nikt nie odpowiada",
                Duration.ofMinutes(12));
        hub.customer("‏ ‎ ", "4915112345678", "👍🎉", Duration.ofMinutes(1));
        ConversationId bob = hub.customer("Bob O’Neill", "14155550123", "Thanks, all good now", Duration.ofHours(26));
        hub.answered(bob, PretendHub.ME, "Glad to hear it!", hub.now().minus(Duration.ofHours(25)));
        ConversationId lan =
                hub.customer("Nguyễn Thị Lan", "84912345678", "Shop ơi, còn size M không ạ?", Duration.ofMinutes(30));
        hub.answered(lan, PretendHub.ME, "Dạ còn ạ!", hub.now().minus(Duration.ofMinutes(20)));
        hub.customer("Лена Петрова", "79161234567", "Здравствуйте! Можно оплатить картой?", Duration.ofMinutes(2));
        return List.of(dewi, minji, priya, bob, lan);
    }
}
