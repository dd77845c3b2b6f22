// Every address that leads nowhere.
import { data } from '@remix-run/node';
import { ErrorPage } from '../components/error-page.tsx';

export function loader() {
  throw data(null, { status: 404 });
}

export default function NotFound() {
  return null;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
