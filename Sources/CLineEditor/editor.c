// One plain function for each variadic call of libedit that is used; Swift cannot call those.

#define _GNU_SOURCE
#include "CLineEditor.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

static int codeset_is_utf8(void) {
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int le_use_utf8_locale(void) {
  // Without a UTF-8 locale libedit drops every byte over 127 without a word. Only the character
  // type is set: a comma as decimal mark must not get into number formatting.
  if (codeset_is_utf8()) {
    return 1;
  }
  if (setlocale(LC_CTYPE, "") != NULL && codeset_is_utf8()) {
    return 1;
  }
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL && codeset_is_utf8();
}

int le_character_width(unsigned int code_point) {
  return wcwidth((wchar_t)code_point);
}

EditLine *le_open(const char *program_name) {
  return el_init(program_name, stdin, stdout, stderr);
}

int le_configure(EditLine *editor, void *client_data) {
  if (el_set(editor, EL_CLIENTDATA, client_data) != 0) {
    return -1;
  }
  el_set(editor, EL_SIGNAL, 0);
  el_set(editor, EL_EDITOR, "emacs");
  el_set(editor, EL_GETCFN, le_read_character);
  // Ctrl-C is a key while editing: as a signal it could be lost just before a read. And Ctrl-S
  // should not seem to hang the program.
  el_set(editor, EL_SETTY, "-d", "-isig", NULL);
  el_set(editor, EL_SETTY, "-d", "-ixon", NULL);
  return 0;
}

void *le_client_data(EditLine *editor) {
  void *data = NULL;
  return el_get(editor, EL_CLIENTDATA, &data) == 0 ? data : NULL;
}

int le_set_prompt(EditLine *editor, le_prompt_source source) {
  return el_set(editor, EL_PROMPT_ESC, source, '\1');
}

int le_add_command(EditLine *editor, const char *name, const char *help, le_command command) {
  return el_set(editor, EL_ADDFN, name, help, command);
}

int le_bind(EditLine *editor, const char *key, const char *command) {
  return el_set(editor, EL_BIND, key, command, NULL);
}

int le_bind_alternative(EditLine *editor, const char *key, const char *command) {
  return el_set(editor, EL_BIND, "-a", key, command, NULL);
}

int le_is_editing(EditLine *editor) {
  int editing = 0;
  return el_get(editor, EL_EDITMODE, &editing) == 0 && editing != 0;
}

int le_uses_vi_keys(EditLine *editor) {
  const char *name = NULL;
  return el_get(editor, EL_EDITOR, &name) == 0 && name != NULL && strcmp(name, "vi") == 0;
}

void le_refresh(EditLine *editor) {
  el_set(editor, EL_REFRESH);
}

void le_prepare_terminal(EditLine *editor) {
  // libedit does nothing when it believes the terminal to be in editing mode already.
  el_set(editor, EL_PREP_TERM, 0);
  el_set(editor, EL_PREP_TERM, 1);
}

History *le_history_open(void) {
  History *entries = history_init();
  HistEvent event;
  if (entries != NULL) {
    // The default size is nought, which keeps nothing.
    history(entries, &event, H_SETSIZE, 1 << 30);
  }
  return entries;
}

void le_history_attach(EditLine *editor, History *entries) {
  el_set(editor, EL_HIST, history, entries);
}

void le_history_add(History *entries, const char *line) {
  HistEvent event;
  history(entries, &event, H_ENTER, line);
}

void le_history_clear(History *entries) {
  HistEvent event;
  history(entries, &event, H_CLEAR);
}

void le_write(const char *text) {
  fputs(text, stdout);
}

void le_flush(void) {
  fflush(stdout);
}
