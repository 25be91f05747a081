package org.tasuki.board.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.tasuki.inbox.WayBack;
import org.tasuki.people.Right;
import org.tasuki.people.Rights;
import org.tasuki.web.NavigationEntry;

/** What the main navigation offers of this room. */
@Configuration(proxyBeanMethods = false)
class BoardNavigation {

    @Bean
    static WayBack backToApprovals() {
        return new WayBack("approvals", "/board/approvals", "board.approvals");
    }

    @Bean
    @Order(15)
    static NavigationEntry boardEntry(Rights rights) {
        return new NavigationEntry("/board", "board.title", rights.holderKeys(Right.WATCH_BOARD));
    }
}
