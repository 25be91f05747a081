package org.tasuki.casefile.web;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.web.Notice;

/** Leads to where an emergency is declared, instead of to a page that says there is nothing. */
@ControllerAdvice
class OutsideOwnAdvice {

    @ExceptionHandler
    ModelAndView lead(OutsideOwn outside, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", Notice.caution("casefile.emergency.outside"));
        return new ModelAndView("redirect:/emergency?number=" + outside.number());
    }
}
