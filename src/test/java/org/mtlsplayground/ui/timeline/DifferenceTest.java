package org.mtlsplayground.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.transcript.Event;

class DifferenceTest {
    private static List<Event> events(Story story) {
        return story.newsFrom(0, List.of()).events();
    }

    @Test
    void theSameMessagesDifferNowhere() throws Exception {
        assertEquals(Optional.empty(), Difference.first(events(Story.mutual()), events(Story.mutual())));
    }

    @Test
    void anotherAlertIsFound() throws Exception {
        List<Event> left = events(Story.mutual().sealed(false, 1_200, new Message.Alert(2, 46), 24));
        List<Event> right = events(Story.mutual().sealed(false, 9_900, new Message.Alert(2, 48), 24));
        Difference first = Difference.first(left, right).orElseThrow();
        int last = left.size() - 1;
        assertEquals(new Difference(Optional.of(left.get(last)), Optional.of(right.get(last))), first);
    }

    @Test
    void theEndOfOneIsADifference() throws Exception {
        List<Event> left = events(Story.mutual());
        List<Event> right = events(Story.mutual().ticket());
        Difference first = Difference.first(left, right).orElseThrow();
        assertEquals(new Difference(Optional.empty(), Optional.of(right.get(left.size()))), first);
    }
}
