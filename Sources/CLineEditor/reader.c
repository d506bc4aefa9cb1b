// The character reader that libedit calls. Its own reader knows nothing of window sizes unless
// libedit also takes over the signals, which loses Ctrl-C now and then.

#define _GNU_SOURCE
#include "CLineEditor.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

static int prompt_width;
static int columns_painted;
static int can_erase;

void le_begin_editing(int prompt_columns, int understands_escapes) {
  int rows = 0;
  prompt_width = prompt_columns;
  can_erase = understands_escapes;
  columns_painted = 0;
  le_terminal_size(STDOUT_FILENO, &columns_painted, &rows);
  le_mark_editing(understands_escapes);
}

/// Whether prompt and line sit on one row of a terminal that is `columns` wide.
static int fits_one_row(EditLine *editor, int columns) {
  const LineInfoW *line = el_wline(editor);
  long width = prompt_width;
  if (line == NULL) {
    return 0;
  }
  for (const wchar_t *place = line->buffer; place < line->lastchar; place++) {
    int character = wcwidth(*place);
    // A line break or another control character is there during an incremental search.
    if (character < 0) {
      return 0;
    }
    width += character;
  }
  return width < columns;
}

static void repaint(EditLine *editor) {
  int continued = le_take_continued();
  int columns = columns_painted;
  int rows = 0;
  le_terminal_size(STDOUT_FILENO, &columns, &rows);
  int narrower = columns < columns_painted ? columns : columns_painted;
  el_resize(editor);
  // A single row can be painted over. How several rows have been rearranged by the terminal
  // cannot be known, so they stay and the line is painted again below them.
  le_write(can_erase && !continued && fits_one_row(editor, narrower) ? "\r" : "\r\n");
  if (can_erase) {
    le_write("\033[J");
  }
  if (continued) {
    // The shell has had the terminal meanwhile, and may have left it in a mode of its own.
    le_prepare_terminal(editor);
  }
  columns_painted = columns;
  le_refresh(editor);
}

int le_wait_for_input(void) {
  sigset_t ours;
  sigset_t before;
  sigemptyset(&ours);
  sigaddset(&ours, SIGINT);
  sigaddset(&ours, SIGWINCH);
  sigaddset(&ours, SIGCONT);
  pthread_sigmask(SIG_BLOCK, &ours, &before);
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  int ready = 0;
  if (!le_interrupted() && !le_resized()) {
    ready = ppoll(&input, 1, NULL, &before);
    // Any other failure will show itself again, and be dealt with, when reading.
    ready = ready > 0 || (ready < 0 && errno != EINTR);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return ready;
}

int le_read_character(EditLine *editor, wchar_t *character) {
  char bytes[MB_LEN_MAX];
  size_t count = 0;
  for (;;) {
    if (le_take_resized()) {
      repaint(editor);
    }
    int ready = le_wait_for_input();
    if (le_interrupted()) {
      // A real SIGINT (from outside, or the user's file turned it on again) is the same key.
      le_clear_interrupted();
      *character = L'\003';
      return 1;
    }
    if (!ready) {
      continue;
    }
    ssize_t received = read(STDIN_FILENO, bytes + count, 1);
    if (received == 0) {
      return 0;
    }
    if (received < 0) {
      if (errno == EINTR || errno == EAGAIN) {
        continue;
      }
      return -1;
    }
    count++;
    mbstate_t state;
    memset(&state, 0, sizeof state);
    size_t used = mbrtowc(character, bytes, count, &state);
    if (used == (size_t)-1 && count > 1) {
      // The character was cut short: drop what there was of it and begin again with this byte.
      bytes[0] = bytes[count - 1];
      count = 1;
      memset(&state, 0, sizeof state);
      used = mbrtowc(character, bytes, count, &state);
    }
    if (used == (size_t)-1 || (used == (size_t)-2 && count == sizeof bytes)) {
      count = 0;
    } else if (used != (size_t)-2) {
      return 1;
    }
  }
}
