// Signals only set flags here, or put the terminal back before the process dies.

#define _GNU_SOURCE
#include "CLineEditor.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;
static volatile sig_atomic_t resized;
static volatile sig_atomic_t continued;
static volatile sig_atomic_t editing;
static volatile sig_atomic_t escapes;
static struct termios before_editing;

static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";

/// Signals that end the process, then crashes. Both get the terminal put back first.
static const int deadly[] = {SIGTERM, SIGHUP, SIGQUIT, SIGILL, SIGTRAP,
                             SIGABRT, SIGBUS, SIGFPE,  SIGSEGV};
enum { deadly_count = sizeof deadly / sizeof deadly[0] };
static struct sigaction before_ours[deadly_count];

int le_terminal_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) {
    return 0;
  }
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 1;
}

/// Only calls that are safe inside a signal handler.
static void put_terminal_back(void) {
  if (!editing) {
    return;
  }
  editing = 0;
  // In the background the terminal is somebody else's by now.
  if (tcgetpgrp(STDIN_FILENO) != getpgrp()) {
    return;
  }
  tcsetattr(STDIN_FILENO, TCSANOW, &before_editing);
  ssize_t ignored = 0;
  if (escapes) {
    ignored = write(STDOUT_FILENO, paste_off, sizeof paste_off - 1);
  }
  ignored += write(STDOUT_FILENO, "\r\n", 2);
  (void)ignored;
}

static void on_interrupt(int signal_number) {
  (void)signal_number;
  interrupted = 1;
}

static void on_resize(int signal_number) {
  (void)signal_number;
  resized = 1;
}

static void on_continue(int signal_number) {
  (void)signal_number;
  continued = 1;
  resized = 1;
}

static void on_deadly(int signal_number, siginfo_t *information, void *context) {
  (void)context;
  int saved = errno;
  put_terminal_back();
  for (int index = 0; index < deadly_count; index++) {
    if (deadly[index] == signal_number) {
      sigaction(signal_number, &before_ours[index], NULL);
    }
  }
  // A crash happens again by itself when the handler returns, with the right details for
  // whoever handles it next. Anything else, and a trap, has to be sent again.
  if (information->si_code <= 0 || signal_number == SIGTRAP) {
    raise(signal_number);
  }
  errno = saved;
}

static void install(int signal_number, void (*handler)(int)) {
  struct sigaction action;
  struct sigaction old;
  if (sigaction(signal_number, NULL, &old) != 0 || old.sa_handler == SIG_IGN) {
    return;
  }
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  // No SA_RESTART: waiting calls have to come back and look at the flag.
  sigemptyset(&action.sa_mask);
  sigaction(signal_number, &action, NULL);
}

void le_install_signal_handlers(void) {
  static int installed;
  if (installed) {
    return;
  }
  installed = 1;
  install(SIGINT, on_interrupt);
  install(SIGWINCH, on_resize);
  install(SIGCONT, on_continue);
  for (int index = 0; index < deadly_count; index++) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = on_deadly;
    // Keep an alternate stack in use when the runtime has set one up.
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    if (sigaction(deadly[index], NULL, &before_ours[index]) == 0 &&
        before_ours[index].sa_handler != SIG_IGN) {
      sigaction(deadly[index], &action, NULL);
    }
  }
}

int le_interrupted(void) {
  return interrupted;
}

void le_clear_interrupted(void) {
  interrupted = 0;
}

int le_resized(void) {
  return resized;
}

int le_take_resized(void) {
  if (!resized) {
    return 0;
  }
  resized = 0;
  return 1;
}

int le_take_continued(void) {
  if (!continued) {
    return 0;
  }
  continued = 0;
  return 1;
}

void le_mark_editing(int understands_escapes) {
  escapes = understands_escapes;
  continued = 0;
  editing = tcgetattr(STDIN_FILENO, &before_editing) == 0;
  if (escapes) {
    le_write(paste_on);
  }
}

void le_end_editing(void) {
  if (escapes) {
    le_write(paste_off);
  }
  le_flush();
  editing = 0;
}

static struct sigaction pipe_before;

void le_ignore_broken_pipe(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_IGN;
  sigemptyset(&action.sa_mask);
  sigaction(SIGPIPE, &action, &pipe_before);
}

void le_restore_broken_pipe(void) {
  sigaction(SIGPIPE, &pipe_before, NULL);
}
