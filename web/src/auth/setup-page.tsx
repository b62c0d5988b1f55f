import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Inputs, useTRPC, useTRPCClient } from '../api/trpc.ts';
import { useErrorText } from '../api/use-error-text.ts';
import { signIn } from '../session/auth-calls.ts';
import { ErrorPanel, Loading } from '../ui/states.tsx';
import { Welcome } from './welcome.tsx';

const MIN_PASSWORD_LENGTH = 8;

/** The first visit: makes the first owner and signs them in. */
export function SetupPage() {
  const { t } = useTranslation('auth');
  const trpc = useTRPC();
  const status = useQuery(trpc.setup.status.queryOptions());
  if (status.data?.needed === false) return <Navigate to="/sign-in" search={{}} replace />;
  return (
    <Welcome title={t(($) => $.setup.title)} text={t(($) => $.setup.text)}>
      {status.data === undefined ? (
        <Loading rows={3} what={t(($) => $.setup.what)} />
      ) : (
        <SetupForm needsToken={status.data.tokenRequired} />
      )}
    </Welcome>
  );
}

function SetupForm({ needsToken }: { needsToken: boolean }) {
  const { t } = useTranslation('auth');
  const errors = useErrorText();
  const creating = useCreateOwner();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', email: '', password: '', token: '' },
    validate: {
      name: (name) => (name.trim() === '' ? t(($) => $.nameNeeded) : null),
      email: (email) => (/^\S+@\S+\.\S+$/.test(email.trim()) ? null : t(($) => $.emailNeeded)),
      password: (password) =>
        password.length < MIN_PASSWORD_LENGTH ? t(($) => $.passwordTooShort, { count: MIN_PASSWORD_LENGTH }) : null,
      token: (token) => (needsToken && token.trim() === '' ? t(($) => $.setup.tokenNeeded) : null),
    },
  });
  const submit = form.onSubmit(({ name, email, password, token }) =>
    creating.mutate({
      name: name.trim(),
      email: email.trim(),
      password,
      ...(needsToken ? { token: token.trim() } : {}),
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={11}>
        <TextInput
          label={t(($) => $.name)}
          autoComplete="name"
          size="md"
          autoFocus
          {...form.getInputProps('name')}
          key={form.key('name')}
        />
        <TextInput
          label={t(($) => $.email)}
          type="email"
          autoComplete="username"
          size="md"
          {...form.getInputProps('email')}
          key={form.key('email')}
        />
        <PasswordInput
          label={t(($) => $.password)}
          description={t(($) => $.passwordHelp, { count: MIN_PASSWORD_LENGTH })}
          autoComplete="new-password"
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': t(($) => $.showPassword) }}
          {...form.getInputProps('password')}
          key={form.key('password')}
        />
        {needsToken && (
          <TextInput
            label={t(($) => $.setup.token)}
            description={t(($) => $.setup.tokenHelp)}
            size="md"
            autoComplete="off"
            {...form.getInputProps('token')}
            key={form.key('token')}
          />
        )}
        {creating.error !== null && <ErrorPanel text={errors.of(creating.error)} />}
        <Button type="submit" size="lg" mt={4} loading={creating.isPending}>
          {t(($) => $.setup.verb)}
        </Button>
      </Stack>
    </form>
  );
}

function useCreateOwner() {
  const client = useTRPCClient();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (owner: Inputs['setup']['createOwner']) => {
      await client.setup.createOwner.mutate(owner);
      await signIn(owner.email, owner.password);
    },
    onSuccess: async () => {
      queries.clear();
      await navigate({ to: '/', replace: true });
    },
  });
}
